package org.dragoman.nmt.search;

import ai.djl.ndarray.NDArray;
import org.dragoman.nmt.tensor.Tensor;

/** Counts native arrays, which no public API does. */
final class OpenArrays {

    private OpenArrays() {}

    /** How many arrays the scope or the parameters own to which {@code tensor} belongs. */
    static int beside(Tensor tensor) {
        return array(tensor).getManager().getManagedArrays().size();
    }

    static boolean isOpen(Tensor tensor) {
        return !array(tensor).isReleased();
    }

    private static NDArray array(Tensor tensor) {
        try {
            var field = Tensor.class.getDeclaredField("array");
            field.setAccessible(true);
            return (NDArray) field.get(tensor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a tensor no longer wraps an array in a field of that name", e);
        }
    }
}
