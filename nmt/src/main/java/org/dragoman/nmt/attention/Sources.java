package org.dragoman.nmt.attention;

import org.dragoman.nmt.layers.Masks;
import org.dragoman.nmt.tensor.Tensor;

import java.util.List;

/**
 * How long the sources of a batch are.
 *
 * @param mask (n, 1, S), 0 at a real position and a large negative number at padding, see {@link Masks#padding}
 * @param lengths (n, 1, 1), real positions of each source
 */
public record Sources(Tensor mask, Tensor lengths) {

    /** Sources in a batch that is {@code width} wide. */
    static Sources of(int width, int... lengths) {
        var numbers = new float[lengths.length];
        for (var row = 0; row < lengths.length; row++) {
            numbers[row] = lengths[row];
        }
        return new Sources(Masks.padding(lengths, width).squeeze(1), Tensor.of(numbers, lengths.length, 1, 1));
    }

    /** The numbers of the places: (1, 1, S), from 0. */
    Tensor places() {
        var places = new float[Math.toIntExact(mask.size(-1))];
        for (var place = 0; place < places.length; place++) {
            places[place] = place;
        }
        return Tensor.of(places, 1, 1, places.length);
    }

    Sources select(Tensor sentences) {
        return new Sources(mask.select(sentences), lengths.select(sentences));
    }

    List<Tensor> tensors() {
        return List.of(mask, lengths);
    }
}
