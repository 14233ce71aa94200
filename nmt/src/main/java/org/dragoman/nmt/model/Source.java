package org.dragoman.nmt.model;

import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.text.SourceBatch;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A batch of source sequences.
 *
 * @param factors what is known of each position, (B, S) ids each: the piece of a word first, then further factors such
 *     as its tag (Sennrich and Haddow 2016)
 * @param lengths real positions of each row; what follows is padding, and its ids don't matter
 */
public record Source(List<Tensor> factors, int[] lengths) {

    /** Puts a batch into tensors of the current scope. */
    public static Source of(SourceBatch batch) {
        var factors = IntStream.range(0, batch.factors())
                .mapToObj(factor -> Tensor.of(batch.ids(factor), batch.rows(), batch.width()))
                .toList();
        return new Source(factors, batch.lengths());
    }

    /** S, the width of the batch. */
    public int width() {
        return Math.toIntExact(factors.get(0).size(1));
    }
}
