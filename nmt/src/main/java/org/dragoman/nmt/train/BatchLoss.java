package org.dragoman.nmt.train;

import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.text.Batch;

/** The loss of a batch: teacher forcing, padding left out. */
final class BatchLoss {

    private final SmoothedCrossEntropy loss;

    /** @param smoothing see {@link SmoothedCrossEntropy} */
    BatchLoss(double smoothing) {
        loss = new SmoothedCrossEntropy(smoothing);
    }

    /** Computes the loss in the current scope. */
    SmoothedCrossEntropy.Loss of(EncoderDecoder model, Batch batch, boolean training) {
        var encoded = model.encode(Source.of(batch.sources()), training);
        var input = Tensor.of(batch.targetInput(), batch.rows(), batch.targetWidth());
        var hidden = encoded.teacherForced(input, training); // (B, T, D)
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
