package org.dragoman.nmt.tensor;

/** Counts what lives in native memory, which no public API does. */
public final class NativeArrays {

    private NativeArrays() {}

    /** How many arrays the owner of {@code tensor} has: the scope or the parameters to which it belongs. */
    public static int beside(Tensor tensor) {
        return tensor.owner().getManagedArrays().size();
    }
}
