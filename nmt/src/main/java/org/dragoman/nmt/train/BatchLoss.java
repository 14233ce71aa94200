package org.dragoman.nmt.train;

import org.dragoman.nmt.model.Encoded;
import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.text.Batch;

import java.util.Random;
import java.util.function.BiFunction;

/** The loss of a batch, padding left out. */
final class BatchLoss {

    private final SmoothedCrossEntropy loss;

    /** @param smoothing see {@link SmoothedCrossEntropy} */
    BatchLoss(double smoothing) {
        this(smoothing, 0);
    }

    /**
     * @param smoothing see {@link SmoothedCrossEntropy}
     * @param rDrop weight of the divergence of two passes; where it is above 0 the second half of a batch is the first once more. The loss
     *     is half of equation 4 of R-Drop (Liang et al. 2021), so that it has the size of a loss of one pass
     */
    BatchLoss(double smoothing, double rDrop) {
        loss = new SmoothedCrossEntropy(smoothing, rDrop);
    }

    /** Computes the loss in the current scope, with teacher forcing. */
    SmoothedCrossEntropy.Loss of(EncoderDecoder model, Batch batch, boolean training) {
        return of(model, batch, batch.targetInput(), training);
    }

    /**
     * Computes the loss in the current scope, with teacher forcing by a text that isn't quite the truth.
     *
     * @param targetInput what the decoder reads, (B, T)
     */
    SmoothedCrossEntropy.Loss of(EncoderDecoder model, Batch batch, long[] targetInput, boolean training) {
        return of(model, batch, targetInput, training, (encoded, input) -> encoded.teacherForced(input, training));
    }

    /**
     * Computes the loss for training with scheduled sampling.
     *
     * @param truth probability of the right token at each position
     * @param random decides at each position
     */
    SmoothedCrossEntropy.Loss sampled(EncoderDecoder model, Batch batch, double truth, Random random) {
        return of(model, batch, batch.targetInput(), true, (encoded, input) -> encoded.sampled(input, truth, random));
    }

    private SmoothedCrossEntropy.Loss of(
            EncoderDecoder model,
            Batch batch,
            long[] targetInput,
            boolean training,
            BiFunction<Encoded, Tensor, Tensor> decoder) {
        var encoded = model.encode(Source.of(batch.sources()), training);
        var input = Tensor.of(targetInput, batch.rows(), batch.targetWidth());
        var hidden = decoder.apply(encoded, input); // (B, T, D)
        var real = realPositions(batch);
        var targets = new long[real.length];
        for (var i = 0; i < real.length; i++) {
            targets[i] = batch.targetOutput()[(int) real[i]];
        }
        var rows = hidden.reshape(-1, hidden.size(-1)).rows(Tensor.of(real, real.length)); // (N, D)
        return loss.of(rows, model.outputWeight(), Tensor.of(targets, targets.length));
    }

    /** The numbers of the real positions among all rows * width of a batch. */
    private static long[] realPositions(Batch batch) {
        var positions = new long[batch.targetTokens()];
        var next = 0;
        for (var row = 0; row < batch.rows(); row++) {
            for (var t = 0; t < batch.targetLengths()[row]; t++) {
                positions[next++] = (long) row * batch.targetWidth() + t;
            }
        }
        return positions;
    }
}
