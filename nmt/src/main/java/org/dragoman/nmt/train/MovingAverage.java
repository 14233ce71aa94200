package org.dragoman.nmt.train;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.weights.TensorFile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The exponential moving average of the weights, which is often a better model than the last weights (Polyak and Juditsky 1992). After update
 * s it is {@code d a + (1 - d) w} with {@code d = min(decay, (1 + s) / (10 + s))}, so that the first weights are soon forgotten.
 *
 * <p>For one training thread.
 */
final class MovingAverage {

    private final double decay;
    private final Parameters parameters;
    private final Map<String, Tensor> averages = new LinkedHashMap<>();

    /** @param decay above 0 and below 1 */
    MovingAverage(double decay, Parameters parameters) {
        this.decay = decay;
        this.parameters = parameters;
        parameters
                .byName()
                .forEach((name, tensor) -> averages.put(name, parameters.companion(tensor.toFloats(), tensor.shape())));
    }

    /** @param step number of the update that was made, from 1 */
    void follow(long step) {
        var kept = Math.min(decay, (1.0 + step) / (10.0 + step));
        averages.forEach((name, average) -> {
            try (var scope = Scope.constant()) { // one copy of one parameter at a time
                average.mulInPlace(Tensor.full(kept));
                average.addInPlace(parameters.byName().get(name).scale(1 - kept));
            }
        });
    }

    /** Does something while the network has the averages as its weights. */
    <T> T during(Supplier<T> work) {
        exchange();
        try {
            return work.get();
        } finally {
            exchange();
        }
    }

    private void exchange() {
        averages.forEach((name, average) -> {
            var parameter = parameters.byName().get(name);
            var weights = parameter.toFloats();
            parameter.setInPlace(average.toFloats());
            average.setInPlace(weights);
        });
    }

    /** The averages themselves by the names of the parameters, which {@link #follow} changes. */
    Map<String, Tensor> weights() {
        return Collections.unmodifiableMap(averages);
    }

    /**
     * Goes on from a checkpoint.
     *
     * @throws IllegalArgumentException naming every average that is missing
     */
    void restore(TensorFile saved) {
        Parameters.fill(averages, saved);
    }
}
