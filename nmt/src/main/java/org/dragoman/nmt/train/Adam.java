package org.dragoman.nmt.train;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.tensor.Weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) behind clipping by the global norm of the gradient.
 *
 * <p>A parameter that no backward pass has reached yet stays as it is; one that only the last didn't reach has a gradient of
 * zero and moves by its momentum, as in PyTorch when gradients are set to zero. For one training thread.
 */
final class Adam {

    private final AdamConfig config;
    private final Parameters parameters;
    private final Map<String, Tensor> means = new LinkedHashMap<>();
    private final Map<String, Tensor> variances = new LinkedHashMap<>();
    private long step;

    Adam(AdamConfig config, Parameters parameters) {
        this.config = config;
        this.parameters = parameters;
        parameters.byName().forEach((name, tensor) -> {
            var zeros = new float
                    [Math.toIntExact(java.util.Arrays.stream(tensor.shape()).reduce(1, (a, b) -> a * b))];
            means.put(name, parameters.companion(zeros, tensor.shape()));
            variances.put(name, parameters.companion(zeros, tensor.shape()));
        });
    }

    /**
     * Updates all parameters by their gradients and forgets the gradients.
     *
     * @return the global norm of the gradient before clipping; if it isn't finite, parameters and moments stayed as they were
     */
    double update(double rate) {
        step++;
        try (var scope = Scope.constant()) {
            var gradients = new LinkedHashMap<String, Tensor>();
            parameters
                    .byName()
                    .forEach((name, tensor) -> tensor.gradient().ifPresent(gradient -> gradients.put(name, gradient)));
            var norm = globalNorm(gradients);
            if (Double.isFinite(norm)) {
                apply(
                        gradients,
                        rate,
                        config.clipNorm() > 0 && norm > config.clipNorm() ? config.clipNorm() / norm : 1);
            }
            gradients.keySet().forEach(name -> parameters.byName().get(name).clearGradient());
            return norm;
        }
    }

    private static double globalNorm(Map<String, Tensor> gradients) {
        var norms = new ArrayList<Tensor>();
        gradients.values().forEach(gradient -> norms.add(gradient.norm().reshape(1)));
        return norms.isEmpty() ? 0 : Tensor.concat(0, norms).norm().item();
    }

    private void apply(Map<String, Tensor> gradients, double rate, double rescale) {
        var correction1 = 1 - Math.pow(config.beta1(), step);
        var correction2 = Math.sqrt(1 - Math.pow(config.beta2(), step));
        gradients.forEach((name, gradient) -> parameters
                .byName()
                .get(name)
                .adamInPlace(
                        gradient,
                        means.get(name),
                        variances.get(name),
                        rate * correction2 / correction1,
                        rescale,
                        config.beta1(),
                        config.beta2(),
                        config.epsilon() * correction2));
    }

    /** How many updates were asked for: those that a gradient that isn't finite prevented count too, as steps of the training. */
    long step() {
        return step;
    }

    /** Copies the moments, for a checkpoint. */
    Map<String, Weights> moments() {
        var moments = new LinkedHashMap<String, Weights>();
        means.forEach((name, tensor) -> moments.put("mean." + name, weights(tensor)));
        variances.forEach((name, tensor) -> moments.put("variance." + name, weights(tensor)));
        return moments;
    }

    private static Weights weights(Tensor tensor) {
        return new Weights(tensor.shape(), tensor.toFloats());
    }

    /**
     * Goes on from a checkpoint.
     *
     * @param updates what {@link #step} was then
     * @throws IllegalArgumentException naming every moment that is missing
     */
    void restore(long updates, Map<String, Weights> moments) {
        var missing = means.keySet().stream()
                .flatMap(name -> Stream.of("mean." + name, "variance." + name))
                .filter(name -> !moments.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the checkpoint lacks the moments " + missing);
        }
        step = updates;
        means.forEach(
                (name, tensor) -> tensor.setInPlace(moments.get("mean." + name).values()));
        variances.forEach((name, tensor) ->
                tensor.setInPlace(moments.get("variance." + name).values()));
    }
}
