package org.dragoman.nmt.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The safetensors format: a JSON header with name, type, shape and place of each tensor, then the bare numbers. Loading it
 * executes no code, and other tools can open it.
 *
 * <p>Layout: 8 bytes length of the header (little endian), the header in UTF-8 padded with blanks to a multiple of 8, the data. Read are
 * {@code F32} and {@code F16}.
 */
public final class Safetensors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LENGTH_BYTES = 8;

    private Safetensors() {}

    /** How a number is stored. */
    public enum Precision {
        /** IEEE 754 binary32: exactly what training computed. */
        F32(4),
        /** IEEE 754 binary16: half the size, 11 significant bits. */
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

        private float get(ByteBuffer source) {
            return this == F32 ? source.getFloat() : Half.toFloat(source.getShort());
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
     * Reads a file's content.
     *
     * @param origin the file's name, for messages
     * @throws IllegalArgumentException if it isn't in this format
     */
    public static Map<String, Weights> decode(byte[] content, String origin) {
        var buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        var headerLength = content.length < LENGTH_BYTES ? -1 : buffer.getLong();
        if (headerLength < 2 || headerLength > content.length - LENGTH_BYTES) {
            throw new IllegalArgumentException(origin + " is not a safetensors file: its header should have "
                    + headerLength + " bytes, the file has " + content.length);
        }
        var header = header(content, (int) headerLength, origin);
        var data = buffer.slice(LENGTH_BYTES + (int) headerLength, content.length - LENGTH_BYTES - (int) headerLength)
                .order(ByteOrder.LITTLE_ENDIAN);
        var weights = new LinkedHashMap<String, Weights>();
        header.properties().stream()
                .filter(entry -> !entry.getKey().equals("__metadata__"))
                .forEach(entry -> weights.put(
                        entry.getKey(), tensor(entry.getValue(), data, origin + ": tensor '" + entry.getKey() + "'")));
        return weights;
    }

    private static JsonNode header(byte[] content, int length, String origin) {
        try {
            var header = JSON.readTree(content, LENGTH_BYTES, length);
            if (!header.isObject()) {
                throw new IllegalArgumentException(origin + ": the header is not a JSON object");
            }
            return header;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(origin + ": the header is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Weights tensor(JsonNode node, ByteBuffer data, String where) {
        var precision = precision(node.path("dtype").asText(), where);
        var shape = longs(node.path("shape"));
        var offsets = longs(node.path("data_offsets"));
        var count = count(shape, where);
        if (offsets.length != 2
                || offsets[0] < 0
                || offsets[1] > data.limit()
                || offsets[1] - offsets[0] != count * precision.bytes) {
            throw new IllegalArgumentException(where + " with shape " + new Weights(shape, new float[0]).shapeText()
                    + " cannot lie at bytes " + node.path("data_offsets") + " of " + data.limit());
        }
        var source =
                data.slice((int) offsets[0], (int) (offsets[1] - offsets[0])).order(ByteOrder.LITTLE_ENDIAN);
        var values = new float[(int) count];
        for (var i = 0; i < values.length; i++) {
            values[i] = precision.get(source);
        }
        return new Weights(shape, values);
    }

    private static Precision precision(String type, String where) {
        for (var precision : Precision.values()) {
            if (precision.name().equals(type)) {
                return precision;
            }
        }
        throw new IllegalArgumentException(where + " has type '" + type + "', can be read: F32, F16");
    }

    private static long count(long[] shape, String where) {
        try {
            var count = 1L;
            for (var size : shape) {
                if (size < 0) {
                    throw new ArithmeticException("negative size");
                }
                count = Math.multiplyExact(count, size);
            }
            return Math.toIntExact(count);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    where + " has an impossible shape " + new Weights(shape, new float[0]).shapeText(), e);
        }
    }

    private static long[] longs(JsonNode array) {
        var values = new long[array.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = array.get(i).asLong(-1);
        }
        return values;
    }
}
