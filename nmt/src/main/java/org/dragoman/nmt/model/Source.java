package org.dragoman.nmt.model;

import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.text.SourceBatch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A batch of source sequences.
 *
 * @param factors what is known of each position, (B, S) ids each: the piece of a word first, then further factors such
 *     as its tag (Sennrich and Haddow 2016)
 * @param lengths real positions of each row, from 1 to S; what follows is padding, and its ids don't matter
 */
public record Source(List<Tensor> factors, int[] lengths) {

    public Source {
        factors = List.copyOf(factors);
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("a source needs at least one factor, got none");
        }
        var shape = factors.get(0).shape();
        for (var factor = 1; factor < factors.size(); factor++) {
            requireShape(shape, factor, factors.get(factor).shape());
        }
        requireLengths(shape, lengths);
    }

    private static void requireShape(long[] expected, int factor, long... found) {
        if (!Arrays.equals(expected, found)) {
            throw new IllegalArgumentException("factor " + factor + " of the source has shape " + Arrays.toString(found)
                    + ", but factor 0 has " + Arrays.toString(expected));
        }
    }

    private static void requireLengths(long[] shape, int... lengths) {
        if (shape.length != 2 || shape[0] != lengths.length) {
            throw new IllegalArgumentException("a source with " + lengths.length + " lengths needs factors of shape ["
                    + lengths.length + ", longest], got " + Arrays.toString(shape));
        }
        for (var row = 0; row < lengths.length; row++) {
            if (lengths[row] < 1 || lengths[row] > shape[1]) {
                throw new IllegalArgumentException("the length of row " + row
                        + " of the source must be between 1 and its width " + shape[1] + ", got " + lengths[row]);
            }
        }
    }

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
