package org.dragoman.nmt.train;

import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.tensor.Torch;
import org.dragoman.nmt.text.Example;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A model with all that changes it: gradients, optimiser and moving average. For one training thread. */
final class Learner implements AutoCloseable {

    private final Experiment experiment;
    private final TranslationModel model;
    private final Optimizer optimizer;
    private final BatchGradient gradient;
    private final Optional<MovingAverage> average;

    /** A learner that has learned nothing yet. */
    Learner(Experiment experiment, Codec codec) {
        var config = experiment.training();
        Torch.device(config.limits().device());
        this.experiment = experiment;
        this.model = TranslationModel.untrained(experiment.modelSettings(), codec, config.seed());
        var parameters = model.network().parameters();
        this.optimizer = new Optimizer(config.optimizer(), config.clipping(), parameters);
        this.gradient = new BatchGradient(config, model.network());
        this.average = config.movingAverage() > 0
                ? Optional.of(new MovingAverage(config.movingAverage(), parameters))
                : Optional.empty();
    }

    TranslationModel model() {
        return model;
    }

    /** Numbers that are kept for each parameter: itself, its gradient, its moments and its average. */
    long numbers() {
        var each = 2 + optimizer.momentsEach() + (average.isPresent() ? 1 : 0);
        return each * model.network().parameters().count();
    }

    /** Makes the parameters trainable. */
    void begin() {
        model.network().parameters().train();
    }

    /**
     * Computes the loss of an update and its gradient.
     *
     * @throws IllegalStateException if native memory doesn't suffice
     */
    BatchGradient.Loss backward(long step, List<List<Example>> batches) {
        try {
            return gradient.backward(step, batches);
        } catch (RuntimeException e) {
            if (Torch.isOutOfMemory(e)) {
                throw new IllegalStateException(outOfMemory(step, batches), e);
            }
            throw e;
        }
    }

    private String outOfMemory(long step, List<List<Example>> batches) {
        var config = experiment.training();
        var isTwice = config.regularization().rDrop() > 0;
        var largest = batches.stream().mapToLong(Learner::positions).max().orElse(0) * (isTwice ? 2 : 1);
        return "out of native memory in update %d, with a batch of %d positions (batchTokens is %d%s): go on with --resume and a greater "
                        .formatted(step, largest, config.batchTokens(), isTwice ? ", and rDrop doubles each batch" : "")
                + "limits.parts, now " + config.limits().parts()
                + ", which computes each batch in as many parts; or begin again with a smaller batchTokens (and a greater accumulate, for"
                + " updates of the same size), maximumLength or model";
    }

    /** Rows times the longest sentence. */
    static long positions(List<Example> batch) {
        var longest = batch.stream()
                .mapToInt(example -> Math.max(example.sourceLength(), example.targetLength()))
                .max()
                .orElse(0);
        return (long) longest * batch.size();
    }

    /**
     * Changes the weights by the gradient.
     *
     * @return the norm of the gradient before clipping; if it isn't finite, nothing was changed
     */
    double apply(long step, double rate) {
        var norm = optimizer.update(step, rate);
        if (Double.isFinite(norm)) {
            average.ifPresent(moving -> moving.follow(step));
        }
        return norm;
    }

    /** Forgets the gradient. */
    void forget() {
        optimizer.forget();
    }

    /** Does something with the weights that are validated: the moving average where there is one. */
    <T> T averaged(Supplier<T> work) {
        return average.isPresent() ? average.get().during(work) : work.get();
    }

    /** What a run needs to go on; it holds the tensors themselves, so it is to be written before the next update. */
    Checkpoints.Checkpoint checkpoint(Progress progress) {
        return new Checkpoints.Checkpoint(
                progress,
                model.network().parameters().byName(),
                average.map(MovingAverage::weights).orElse(Map.of()),
                optimizer.moments());
    }

    /** @throws IllegalArgumentException if the checkpoint is of another model or optimiser, or damaged */
    void restore(Checkpoints.Stored checkpoint) {
        try (var weights = checkpoint.weights()) {
            model.network().parameters().load(weights);
        }
        try (var moments = checkpoint.moments()) {
            optimizer.restore(moments);
        }
        average.ifPresent(moving -> {
            try (var averages = checkpoint.average()) {
                moving.restore(averages);
            }
        });
    }

    /** Goes back to what it was before it learned anything. */
    void restart() {
        try (var fresh = new Learner(experiment, model.codec())) {
            var start = fresh.checkpoint(Progress.START);
            var own = checkpoint(Progress.START);
            start.weights().forEach((name, tensor) -> own.weights().get(name).setInPlace(tensor));
            start.average().forEach((name, tensor) -> own.average().get(name).setInPlace(tensor));
            start.moments().forEach((name, tensor) -> own.moments().get(name).setInPlace(tensor));
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
