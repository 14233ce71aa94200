package org.dragoman.nmt.weights;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A tensor in a {@link TensorFile}: its values are read when asked for, in chunks, so that a large one takes little memory.
 *
 * <p>Thread safe while the file is open.
 */
public interface StoredTensor {

    /** The name that the file gives it. */
    String name();

    /** Size of each dimension; the caller doesn't change the array. */
    long[] shape();

    /** How its numbers are stored. */
    StoredType type();

    /**
     * Hands all values in row-major order to {@code sink}, as floats. A chunk is a number of whole rows (places along the last dimension) where
     * a row has at most 65,536 places, and a part of one row where it has more.
     *
     * @throws IllegalArgumentException if the file is damaged, as far as it shows only now
     * @throws UncheckedIOException if the file can't be read
     */
    void read(FloatSink sink);

    /** How many numbers it has; 1 for a tensor without dimensions. */
    default long places() {
        return places(shape());
    }

    /** How many numbers a tensor of a shape has; 1 without dimensions. */
    static long places(long... shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /**
     * Returns the bytes of a tensor of integers as a text in UTF-8, up to the first zero byte.
     *
     * @throws IllegalArgumentException if it isn't one of bytes, or isn't UTF-8
     */
    default String toText() {
        if (type() != StoredType.I8 && type() != StoredType.U8) {
            throw new IllegalArgumentException(
                    "tensor '" + name() + "' should hold the bytes of a text, holds " + type());
        }
        var values = toFloats();
        var bytes = ByteBuffer.allocate(values.length);
        for (var i = 0; i < values.length && values[i] != 0; i++) {
            bytes.put((byte) values[i]);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("tensor '" + name() + "' should hold a text, but is not UTF-8", e);
        }
    }

    /**
     * Copies all values into Java memory, in row-major order.
     *
     * @throws IllegalArgumentException if there are more than an array holds
     */
    default float[] toFloats() {
        if (places() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "tensor '" + name() + "' has " + places() + " values, more than a Java array holds");
        }
        var values = new float[(int) places()];
        read((first, run) -> run.get(values, (int) first, run.remaining()));
        return values;
    }
}
