package org.dragoman.nmt.weights;

import java.nio.FloatBuffer;

/**
 * A tensor whose neighbours do not lie side by side, such as a transposed view: what it spans is held in Java memory while it is read.
 *
 * @param span the numbers from the first to the last that the tensor has, in a row
 * @param strides steps between neighbours in each dimension, in numbers
 */
record StridedTensor(String name, long[] shape, long[] strides, RawTensor span) implements StoredTensor {

    /** Whether numbers with these steps lie in row-major order without gaps. */
    static boolean isDense(long[] shape, long[] strides) {
        var expected = 1L;
        for (var i = shape.length - 1; i >= 0; i--) {
            if (shape[i] == 0) {
                return true;
            }
            if (shape[i] != 1 && strides[i] != expected) {
                return false;
            }
            expected *= shape[i];
        }
        return true;
    }

    /**
     * Returns how many numbers lie between the first and the last, both counted.
     *
     * @throws ArithmeticException if the number is beyond 2^63
     */
    static long span(long[] shape, long[] strides) {
        var last = 0L;
        for (var i = 0; i < shape.length; i++) {
            if (shape[i] == 0) {
                return 0;
            }
            last = Math.addExact(last, Math.multiplyExact(shape[i] - 1, strides[i]));
        }
        return Math.addExact(last, 1);
    }

    @Override
    public StoredType type() {
        return span.type();
    }

    @Override
    public void read(FloatSink sink) {
        var places = places();
        if (places == 0) {
            return;
        }
        var numbers = span.toFloats();
        var row = shape[shape.length - 1];
        var rowStride = strides[shape.length - 1];
        var index = new long[shape.length - 1];
        var run = new float[(int) Math.min(row, RawTensor.CHUNK)];
        for (var first = 0L; first < places; first += row) {
            var start = start(index);
            for (var done = 0L; done < row; done += run.length) {
                var count = (int) Math.min(run.length, row - done);
                for (var i = 0; i < count; i++) {
                    run[i] = numbers[(int) (start + (done + i) * rowStride)];
                }
                sink.accept(first + done, FloatBuffer.wrap(run, 0, count));
            }
            advance(index);
        }
    }

    private long start(long[] index) {
        var start = 0L;
        for (var i = 0; i < index.length; i++) {
            start += index[i] * strides[i];
        }
        return start;
    }

    /** To the next row. */
    private void advance(long[] index) {
        for (var i = index.length - 1; i >= 0 && ++index[i] == shape[i]; i--) {
            index[i] = 0;
        }
    }
}
