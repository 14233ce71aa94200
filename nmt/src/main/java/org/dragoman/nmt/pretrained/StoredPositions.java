package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.weights.StoredTensor;
import org.dragoman.nmt.weights.StoredType;

/** Position encodings in a file of weights. They are computed here, so those of a file must be those of a formula. */
final class StoredPositions {

    private StoredPositions() {}

    /** Whether a tensor (positions, {@code width}) holds what a formula gives, as exactly as its type can. */
    static boolean follow(Positions formula, StoredTensor stored, int width) {
        var shape = stored.shape();
        if (shape.length != 2 || shape[1] != width || !stored.type().isFloating()) {
            return false;
        }
        var values = stored.toFloats();
        for (var i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i] - formula.value(i / width, i % width, width)) <= tolerance(stored.type()))) {
                return false;
            }
        }
        return true;
    }

    /** A half of a number up to 1 is off by 2^-12 at most, and a bfloat16 by 2^-9. */
    private static double tolerance(StoredType type) {
        return type == StoredType.F16 ? 0x1p-11 : type == StoredType.BF16 ? 0x1p-8 : 1e-5;
    }
}
