package org.dragoman.nmt.weights;

import java.nio.FloatBuffer;

/** Takes the values of a tensor, a run at a time. */
@FunctionalInterface
public interface FloatSink {

    /**
     * Takes some consecutive values.
     *
     * @param first place of the first in row-major order
     * @param values from position to limit; the memory is used again after the call, so what is to stay is copied
     */
    void accept(long first, FloatBuffer values);
}
