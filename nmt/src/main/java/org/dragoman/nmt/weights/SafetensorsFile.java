package org.dragoman.nmt.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file in the safetensors format: a JSON header with name, type, shape and place of each tensor, then the bare numbers.
 *
 * <p>Layout: 8 bytes length of the header (little endian), the header in UTF-8, the data. The tensors fill the data without gaps or
 * overlaps, so none can claim more memory than the file has. Files may be larger than 2 GiB; the header may have 100 MB, the bound of the
 * format's own library.
 */
public final class SafetensorsFile implements TensorFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String METADATA = "__metadata__";
    private static final int LENGTH_BYTES = 8;
    private static final int LONGEST_HEADER = 100_000_000;

    private final String origin;
    private final ByteSource source;
    private final Map<String, StoredTensor> tensors;

    private SafetensorsFile(ByteSource source, String origin) throws IOException {
        this.origin = origin;
        this.source = source;
        var length = headerLength();
        var header = header(length);
        requireTexts(header.path(METADATA));
        var entries = header.properties().stream()
                .filter(entry -> !entry.getKey().equals(METADATA))
                .map(entry -> Entry.of(entry.getKey(), entry.getValue(), origin))
                .toList();
        requireFilled(entries, source.size() - LENGTH_BYTES - length);
        var byName = new LinkedHashMap<String, StoredTensor>();
        entries.forEach(entry -> byName.put(entry.name, tensor(entry, LENGTH_BYTES + length)));
        tensors = Collections.unmodifiableMap(byName);
    }

    /**
     * Opens a file.
     *
     * @throws IllegalArgumentException if there is none or it isn't in this format
     * @throws UncheckedIOException if it can't be read
     */
    public static SafetensorsFile open(Path file) {
        return open(ByteSource.of(file), file.toString());
    }

    /**
     * Reads the content of a file in memory.
     *
     * @param origin the file's name, for messages
     * @throws IllegalArgumentException if it isn't in this format
     */
    public static SafetensorsFile of(byte[] content, String origin) {
        return open(ByteSource.of(content), origin);
    }

    private static SafetensorsFile open(ByteSource source, String origin) {
        return Opening.of(source, origin, () -> new SafetensorsFile(source, origin));
    }

    private long headerLength() throws IOException {
        var size = source.size();
        if (size < LENGTH_BYTES) {
            throw new IllegalArgumentException(origin + " is not a safetensors file: it has " + size
                    + " bytes, expected at least " + LENGTH_BYTES);
        }
        var length = source.bytes(0, LENGTH_BYTES).getLong();
        if (length < 2 || length > size - LENGTH_BYTES) {
            throw new IllegalArgumentException(
                    origin + " is not a safetensors file, or is cut short: its header should have " + length
                            + " bytes, the whole file has " + size);
        }
        if (length > LONGEST_HEADER) {
            throw new IllegalArgumentException(
                    origin + ": the header has " + length + " bytes, the format allows " + LONGEST_HEADER);
        }
        return length;
    }

    private JsonNode header(long length) throws IOException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(source.bytes(LENGTH_BYTES, (int) length));
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

    /** What the writer noted beside the tensors isn't kept, but it must be what the format allows. */
    private void requireTexts(JsonNode notes) {
        for (var entry : notes.properties()) {
            if (!entry.getValue().isTextual()) {
                throw new IllegalArgumentException(
                        origin + ": __metadata__ '" + entry.getKey() + "' must be a text, got " + entry.getValue());
            }
        }
    }

    /** Tensors that share bytes could take far more memory than the file has. */
    private void requireFilled(List<Entry> entries, long size) {
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

    private StoredTensor tensor(Entry entry, long dataStart) {
        return new RawTensor(
                entry.name,
                entry.where,
                entry.type,
                ByteOrder.LITTLE_ENDIAN,
                entry.shape,
                () -> source.region(dataStart + entry.begin, dataStart + entry.end));
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public Map<String, StoredTensor> tensors() {
        return tensors;
    }

    @Override
    public void close() {
        Opening.close(source, origin);
    }

    /** A tensor as the header describes it: where it lies from {@code begin}, inclusive, to {@code end}, exclusive. */
    private record Entry(String name, String where, StoredType type, long[] shape, long begin, long end) {

        static Entry of(String name, JsonNode node, String origin) {
            var where = origin + ": tensor '" + name + "'";
            var type = type(node.path("dtype"), where);
            var shape = longs(node.path("shape"), where + ": shape");
            var offsets = longs(node.path("data_offsets"), where + ": data_offsets");
            var bytes = RawTensor.bytes(type, shape, where);
            if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] - offsets[0] != bytes) {
                throw new IllegalArgumentException(where + " with shape " + Arrays.toString(shape) + " needs " + bytes
                        + " bytes, cannot lie at " + Arrays.toString(offsets));
            }
            return new Entry(name, where, type, shape, offsets[0], offsets[1]);
        }

        private static StoredType type(JsonNode type, String where) {
            return Arrays.stream(StoredType.values())
                    .filter(known -> known.name().equals(type.textValue()))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(where + " has type " + (type.isMissingNode() ? "none" : type)
                                    + ", can be read: " + Arrays.toString(StoredType.values())));
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
    }
}
