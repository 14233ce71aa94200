package org.dragoman.nmt.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.dragoman.nmt.weights.Half;
import org.dragoman.nmt.weights.SafetensorsFile;
import org.dragoman.nmt.weights.StoredTensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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

    /** Writes tensors as one file's content. */
    public static byte[] encode(Map<String, Weights> weights, Precision precision) {
        var header = JSON.createObjectNode();
        var offset = 0;
        for (var entry : weights.entrySet()) {
            var node = header.putObject(entry.getKey()).put("dtype", precision.name());
            var shape = node.putArray("shape");
            for (var size : entry.getValue().shape()) {
                shape.add(size);
            }
            var end = Math.addExact(offset, Math.multiplyExact(entry.getValue().values().length, precision.bytes));
            node.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        return join(header, offset, weights, precision);
    }

    private static byte[] join(JsonNode header, int dataSize, Map<String, Weights> weights, Precision precision) {
        var text = header.toString().getBytes(StandardCharsets.UTF_8);
        var padded = (text.length + LENGTH_BYTES - 1) / LENGTH_BYTES * LENGTH_BYTES;
        var buffer = ByteBuffer.allocate(LENGTH_BYTES + padded + dataSize).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(padded).put(text);
        while (buffer.position() < LENGTH_BYTES + padded) {
            buffer.put((byte) ' ');
        }
        weights.values().forEach(tensor -> {
            for (var value : tensor.values()) {
                precision.put(buffer, value);
            }
        });
        return buffer.array();
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
