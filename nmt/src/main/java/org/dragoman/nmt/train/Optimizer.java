package org.dragoman.nmt.train;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.weights.TensorFile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes all parameters by their clipped gradients.
 *
 * <p>A parameter that no backward pass has reached yet stays as it is; one that only the last didn't reach has a gradient of
 * zero and moves by its momentum, as in PyTorch when gradients are set to zero. For one training thread.
 */
final class Optimizer {

    private final UpdateRule rule;
    private final Clipping clipping;
    private final Parameters parameters;
    private final Map<String, List<Tensor>> moments = new LinkedHashMap<>();

    Optimizer(OptimizerConfig config, Clipping clipping, Parameters parameters) {
        this.rule = config.rule();
        this.clipping = clipping;
        this.parameters = parameters;
        parameters
                .byName()
                .forEach((name, tensor) -> moments.put(
                        name,
                        rule.moments().stream().map(moment -> zeros(tensor)).toList()));
    }

    private Tensor zeros(Tensor parameter) {
        var size = Arrays.stream(parameter.shape()).reduce(1, (a, b) -> a * b);
        return parameters.companion(new float[Math.toIntExact(size)], parameter.shape());
    }

    /**
     * Updates all parameters by their gradients and forgets the gradients.
     *
     * @param step number of the training's update, from 1; those that a gradient that isn't finite prevented count too
     * @param rate learning rate
     * @return the global norm of the gradient before clipping; if it isn't finite, parameters and moments stayed as they were
     */
    double update(long step, double rate) {
        try (var scope = Scope.constant()) {
            var gradients = gradients();
            var norm = globalNorm(gradients);
            if (Double.isFinite(norm)) {
                apply(gradients, norm, step, rate);
            }
            clear(gradients);
            return norm;
        }
    }

    /** Forgets the gradients and changes nothing. */
    void forget() {
        try (var scope = Scope.constant()) {
            clear(gradients());
        }
    }

    private Map<String, Tensor> gradients() {
        var gradients = new LinkedHashMap<String, Tensor>();
        parameters
                .byName()
                .forEach((name, tensor) -> tensor.gradient().ifPresent(gradient -> gradients.put(name, gradient)));
        return gradients;
    }

    private void clear(Map<String, Tensor> gradients) {
        gradients.keySet().forEach(name -> parameters.byName().get(name).clearGradient());
    }

    private static double globalNorm(Map<String, Tensor> gradients) {
        var norms = new ArrayList<Tensor>();
        gradients.values().forEach(gradient -> norms.add(gradient.norm().reshape(1)));
        return norms.isEmpty() ? 0 : Tensor.concat(0, norms).norm().item();
    }

    private void apply(Map<String, Tensor> gradients, double norm, long step, double rate) {
        var bounded = new LinkedHashMap<>(gradients);
        if (clipping.value() > 0) {
            bounded.replaceAll((name, gradient) -> gradient.clamp(clipping.value()));
        }
        var scale = clipping.scale(clipping.value() > 0 ? globalNorm(bounded) : norm);
        var moment = new UpdateRule.Moment(step, rate, scale);
        bounded.forEach((name, gradient) -> {
            try (var scope = Scope.constant()) { // what one parameter needs is freed before the next
                rule.apply(parameters.byName().get(name), gradient, moments.get(name), moment);
            }
        });
    }

    /** Moments that are kept of each parameter. */
    int momentsEach() {
        return rule.moments().size();
    }

    /** The moments themselves, which updates change; those of the parameter {@code a} are {@code mean.a} and so on. */
    Map<String, Tensor> moments() {
        var named = new LinkedHashMap<String, Tensor>();
        moments.forEach((name, tensors) -> {
            for (var i = 0; i < tensors.size(); i++) {
                named.put(rule.moments().get(i) + "." + name, tensors.get(i));
            }
        });
        return named;
    }

    /**
     * Goes on from a checkpoint.
     *
     * @throws IllegalArgumentException naming every moment that is missing
     */
    void restore(TensorFile saved) {
        Parameters.fill(moments(), saved);
    }
}
