package org.dragoman.nmt.tensor;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.dragoman.nmt.weights.Half;
import org.dragoman.nmt.weights.SafetensorsFile;
import org.dragoman.nmt.weights.StoredTensor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The safetensors format: a JSON header with name, type, shape and place of each tensor, then the bare numbers. Loading it
 * executes no code, and other tools can open it.
 *
 * <p>Layout: 8 bytes length of the header (little endian), the header in UTF-8 padded with blanks to a multiple of 8, the data. The
 * tensors fill the data without gaps or overlaps.
 */
public final class Safetensors {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LENGTH_BYTES = 8;
    private static final int CHUNK = 1 << 16; // numbers

    private Safetensors() {}

    /** How a number is stored. */
    public enum Precision {
        /** IEEE 754 binary32: exactly what training computed. */
        F32(4),
        /** IEEE 754 binary16: half the size, 11 significant bits; from 65,520 on a value becomes infinite. */
        F16(2);

        private final int bytes;

        Precision(int bytes) {
            this.bytes = bytes;
        }

        private void put(ByteBuffer target, float value) {
            if (this == F32) {
                target.putFloat(value);
            } else {
                target.putShort(Half.fromFloat(value));
            }
        }
    }

    /** Numbers to be written, of a shape. */
    private record Numbers(long[] shape, FloatBuffer values) {}

    /** Writes tensors as one file, from native memory in chunks, without a copy of any. */
    public static void write(Map<String, Tensor> tensors, Precision precision, OutputStream out) throws IOException {
        var numbers = new LinkedHashMap<String, Numbers>();
        tensors.forEach((name, tensor) -> numbers.put(name, new Numbers(tensor.shape(), tensor.memory())));
        out.write(header(numbers, precision));
        write(numbers.values(), precision, out);
    }

    private static void write(Collection<Numbers> numbers, Precision precision, OutputStream out) throws IOException {
        var chunk = ByteBuffer.allocate(CHUNK * precision.bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (var tensor : numbers) {
            while (tensor.values.hasRemaining()) {
                var count = Math.min(CHUNK, tensor.values.remaining());
                chunk.clear();
                for (var i = 0; i < count; i++) {
                    precision.put(chunk, tensor.values.get());
                }
                out.write(chunk.array(), 0, chunk.position());
            }
        }
    }

    /** Everything before the numbers, filled up with blanks to a multiple of 8. */
    private static byte[] header(Map<String, Numbers> numbers, Precision precision) {
        var header = JSON.createObjectNode();
        var offset = 0L;
        for (var entry : numbers.entrySet()) {
            var node = header.putObject(entry.getKey()).put("dtype", precision.name());
            var shape = node.putArray("shape");
            Arrays.stream(entry.getValue().shape).forEach(shape::add);
            var end = offset + (long) entry.getValue().values.remaining() * precision.bytes;
            node.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        var text = header.toString().getBytes(StandardCharsets.UTF_8);
        var padded = (text.length + LENGTH_BYTES - 1) / LENGTH_BYTES * LENGTH_BYTES;
        var bytes = ByteBuffer.allocate(LENGTH_BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(padded).put(text);
        while (bytes.hasRemaining()) {
            bytes.put((byte) ' ');
        }
        return bytes.array();
    }

    /**
     * Reads a file's content, as {@link SafetensorsFile} does. What the header claims is checked before memory is taken for it: the values take at most twice the
     * content's.
     *
     * @param origin the file's name, for messages
     * @throws IllegalArgumentException if it isn't in this format
     */
    public static Map<String, Weights> decode(byte[] content, String origin) {
        try (var file = SafetensorsFile.of(content, origin)) {
            var weights = new LinkedHashMap<String, Weights>();
            file.tensors().forEach((name, tensor) -> weights.put(name, weights(tensor, origin)));
            return weights;
        }
    }

    private static Weights weights(StoredTensor tensor, String origin) {
        if (!tensor.type().isFloating()) {
            throw new IllegalArgumentException(origin + ": tensor '" + tensor.name()
                    + "' should hold floating-point numbers, holds " + tensor.type());
        }
        return new Weights(tensor.shape(), tensor.toFloats());
    }
}
