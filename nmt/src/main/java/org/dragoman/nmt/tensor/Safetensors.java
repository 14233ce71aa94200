package org.dragoman.nmt.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format: a JSON header with name, type, shape and place of each tensor, then the bare numbers. Loading it
 * executes no code, and other tools can open it.
 *
 * <p>Layout: 8 bytes length of the header (little endian), the header in UTF-8 padded with blanks to a multiple of 8, the data. The
 * tensors fill the data without gaps or overlaps. Read are {@code F32} and {@code F16}.
 */
public final class Safetensors {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
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
     * Reads a file's content. What the header claims is checked before memory is taken for it: the values take at most twice the
     * content's.
     *
     * @param origin the file's name, for messages
     * @throws IllegalArgumentException if it isn't in this format
     */
    public static Map<String, Weights> decode(byte[] content, String origin) {
        var headerLength = headerLength(content, origin);
        var data = ByteBuffer.wrap(content, LENGTH_BYTES + headerLength, content.length - LENGTH_BYTES - headerLength)
                .slice();
        var entries = header(content, headerLength, origin).properties().stream()
                .filter(entry -> !entry.getKey().equals("__metadata__"))
                .map(entry -> Entry.of(entry.getKey(), entry.getValue(), origin))
                .toList();
        requireFilled(entries, data.limit(), origin);
        var weights = new LinkedHashMap<String, Weights>();
        entries.forEach(entry -> weights.put(entry.name, entry.read(data)));
        return weights;
    }

    private static int headerLength(byte[] content, String origin) {
        if (content.length < LENGTH_BYTES) {
            throw new IllegalArgumentException(origin + " is not a safetensors file: it has " + content.length
                    + " bytes, expected at least " + LENGTH_BYTES);
        }
        var length = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > content.length - LENGTH_BYTES) {
            throw new IllegalArgumentException(
                    origin + " is not a safetensors file, or is cut short: its header should have " + length
                            + " bytes, the whole file has " + content.length);
        }
        return (int) length;
    }

    private static JsonNode header(byte[] content, int length, String origin) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, LENGTH_BYTES, length));
            var header = JSON.readTree(text.toString());
            if (!header.isObject()) {
                throw new IllegalArgumentException(origin + ": the header is not a JSON object");
            }
            return header;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(origin + ": the header is not UTF-8", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(origin + ": the header is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Tensors that share bytes could take far more memory than the file has. */
    private static void requireFilled(List<Entry> entries, int size, String origin) {
        var end = 0L;
        var inOrder = Comparator.<Entry>comparingLong(entry -> entry.begin).thenComparingLong(entry -> entry.end);
        for (var entry : entries.stream().sorted(inOrder).toList()) {
            if (entry.begin != end) {
                throw new IllegalArgumentException(
                        entry.where + " begins at byte " + entry.begin + " of the data, expected " + end);
            }
            end = entry.end;
        }
        if (end != size) {
            throw new IllegalArgumentException(
                    origin + ": the tensors should have " + end + " bytes together, the file has " + size);
        }
    }

    /** A tensor as the header describes it: where it lies from {@code begin}, inclusive, to {@code end}, exclusive. */
    private record Entry(String name, String where, Precision precision, long[] shape, long begin, long end) {

        static Entry of(String name, JsonNode node, String origin) {
            var where = origin + ": tensor '" + name + "'";
            var precision = precision(node.path("dtype"), where);
            var shape = longs(node.path("shape"), where + ": shape");
            var offsets = longs(node.path("data_offsets"), where + ": data_offsets");
            var bytes = bytes(shape, precision, where);
            if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] - offsets[0] != bytes) {
                throw new IllegalArgumentException(where + " with shape " + Arrays.toString(shape) + " needs " + bytes
                        + " bytes, cannot lie at " + Arrays.toString(offsets));
            }
            return new Entry(name, where, precision, shape, offsets[0], offsets[1]);
        }

        private static Precision precision(JsonNode type, String where) {
            return Arrays.stream(Precision.values())
                    .filter(precision -> precision.name().equals(type.textValue()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            where + " has type " + (type.isMissingNode() ? "none" : type) + ", can be read: F32, F16"));
        }

        /** A list of whole numbers from 0. */
        private static long[] longs(JsonNode array, String where) {
            var values = new long[array.size()];
            for (var i = 0; i < values.length; i++) {
                var value = array.path(i);
                values[i] = value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : -1;
            }
            if (!array.isArray() || Arrays.stream(values).anyMatch(value -> value < 0)) {
                throw new IllegalArgumentException(where + " must be a list of whole numbers from 0, got "
                        + (array.isMissingNode() ? "none" : array));
            }
            return values;
        }

        private static long bytes(long[] shape, Precision precision, String where) {
            try {
                var places = Arrays.stream(shape).reduce(1, Math::multiplyExact);
                return Math.multiplyExact(Math.toIntExact(places), (long) precision.bytes);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(where + " is too large: shape " + Arrays.toString(shape), e);
            }
        }

        Weights read(ByteBuffer data) {
            var source = data.slice((int) begin, (int) (end - begin)).order(ByteOrder.LITTLE_ENDIAN);
            var values = new float[source.limit() / precision.bytes];
            for (var i = 0; i < values.length; i++) {
                values[i] = precision.get(source);
            }
            return new Weights(shape, values);
        }
    }
}
