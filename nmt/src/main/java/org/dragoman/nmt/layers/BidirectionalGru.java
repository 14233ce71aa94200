package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.Arrays;
import java.util.List;

/**
 * Two {@link GruCell}s that read each sequence from its first to its last position and from its last to its first (Schuster
 * and Paliwal 1997; Bahdanau et al. 2015, section 3.2).
 *
 * <p>Exact under padding: the second cell reads a copy in which each sequence is turned around within its own length, so for
 * both cells the padding comes after everything real. Both start with zeros.
 */
public final class BidirectionalGru {

    private final int size;
    private final GruCell forward;
    private final GruCell backward;

    /** Makes the cells {@code name.forward} and {@code name.backward}, each from I to H. */
    public BidirectionalGru(Parameters parameters, String name, int inputSize, int size) {
        this.size = size;
        this.forward = new GruCell(parameters, name + ".forward", inputSize, size);
        this.backward = new GruCell(parameters, name + ".backward", inputSize, size);
    }

    /**
     * Reads sequences.
     *
     * <pre>
     * in   x        (B, S, I)
     *      lengths  real positions of each row, 1 to S
     * out  states   (B, S, 2H), the forward state and then the backward state; 0 at padding
     * </pre>
     *
     * @throws IllegalArgumentException if a length is out of its range
     */
    public Tensor apply(Tensor x, int[] lengths) {
        var width = Math.toIntExact(x.size(1));
        requireWithin(width, lengths);
        var reversal = new Reversal(lengths, width);
        var fromLeft = forward.run(x);
        var fromRight = reversal.apply(backward.run(reversal.apply(x)));
        return Tensor.concat(-1, List.of(fromLeft, fromRight)).mul(real(lengths, width));
    }

    /** The backward cell's states when it has read everything: in what {@link #apply} gave, out (B, H). */
    public Tensor lastOfBackward(Tensor states) {
        return states.slice(1, 0, 1).squeeze(1).slice(1, size, 2L * size);
    }

    private static void requireWithin(int width, int... lengths) {
        for (var row = 0; row < lengths.length; row++) {
            if (lengths[row] < 1 || lengths[row] > width) {
                throw new IllegalArgumentException("the length of a sequence must be between 1 and the width " + width
                        + " of its batch, got " + lengths[row] + " in row " + row);
            }
        }
    }

    /** 1 at a real position and 0 at padding: (B, S, 1). */
    private static Tensor real(int[] lengths, int width) {
        var real = new float[lengths.length * width];
        for (var row = 0; row < lengths.length; row++) {
            Arrays.fill(real, row * width, row * width + lengths[row], 1);
        }
        return Tensor.of(real, lengths.length, width, 1);
    }
}
