package org.dragoman.nmt.train;

import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Torch;
import org.dragoman.nmt.text.Batch;
import org.dragoman.nmt.text.Example;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What an update learns from: the loss of its batches, with its gradient.
 *
 * <p>What is random in it depends on the seed and the number of the update alone. For one training thread.
 */
final class BatchGradient {

    private static final long SPREAD = 1_000_003;

    private final TrainingConfig config;
    private final EncoderDecoder network;
    private final BatchLoss loss;

    BatchGradient(TrainingConfig config, EncoderDecoder network) {
        this.config = config;
        this.network = network;
        this.loss =
                new BatchLoss(config.labelSmoothing(), config.regularization().rDrop());
    }

    /**
     * The loss of the batches of an update.
     *
     * @param value what is made smaller, nats a token
     * @param crossEntropy plain cross entropy, nats a token
     * @param targetTokens real target pieces
     */
    record Loss(double value, double crossEntropy, int targetTokens) {}

    /**
     * Computes the loss of an update and its gradient.
     *
     * @param step number of the update, from 1
     * @param batches one or more; their gradients count by their target tokens, as if they were one batch
     */
    Loss backward(long step, List<List<Example>> batches) {
        Torch.seed(config.seed() * SPREAD + step);
        var random = new Random(config.seed() * SPREAD + step);
        var tokens = batches.stream().mapToInt(BatchGradient::targetTokens).sum();
        var value = 0.0;
        var crossEntropy = 0.0;
        for (var batch : batches) {
            var share = (double) targetTokens(batch) / tokens;
            try (var scope = Scope.recording()) {
                var found = loss(batch, step, random);
                var objective = found.objective();
                (batches.size() == 1 ? objective : objective.scale(share)).backward();
                value += share * found.smoothed() / found.tokens();
                crossEntropy += share * found.crossEntropy() / found.tokens();
            }
        }
        return new Loss(value, crossEntropy, tokens);
    }

    private static int targetTokens(List<Example> examples) {
        return examples.stream().mapToInt(Example::targetLength).sum();
    }

    private SmoothedCrossEntropy.Loss loss(List<Example> examples, long step, Random random) {
        var truth = config.scheduledSampling().truth(step);
        if (truth < 1) {
            return loss.sampled(network, Batch.of(passes(examples)), truth, random);
        }
        var words = new WordDropout(config.regularization(), random);
        var batch = Batch.of(passes(examples).stream().map(words::source).toList());
        return loss.of(network, batch, words.target(batch.targetInput()), true);
    }

    /** The examples, twice where the divergence of two passes is part of the loss: dropout makes them different. */
    private List<Example> passes(List<Example> examples) {
        if (config.regularization().rDrop() == 0) {
            return examples;
        }
        var twice = new ArrayList<>(examples);
        twice.addAll(examples);
        return twice;
    }
}
