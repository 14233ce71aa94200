package org.dragoman.nmt.attention;

import org.dragoman.nmt.layers.Masks;
import org.dragoman.nmt.tensor.Tensor;

/**
 * The places of a source that are near to centres.
 *
 * @param squares (n, k, S), the square of each place's distance from the centre
 * @param mask (n, k, S), 0 within reach and a large negative number beyond it
 */
record Near(Tensor squares, Tensor mask) {

    /** @param centres (n, k, 1), not always whole numbers */
    static Near of(Tensor centres, int reach, Sources sources) {
        var squares = sources.places().sub(centres).square();
        var isWithin = squares.atMost(Tensor.full((double) reach * reach));
        return new Near(squares, isWithin.shift(-1).scale(-Masks.HIDDEN));
    }
}
