package org.dragoman.nmt.weights;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * A state dictionary as {@code torch.save} writes it, often named {@code pytorch_model.bin}: a Python pickle that describes the tensors, and
 * the storages with their numbers.
 *
 * <p>Both layouts are read: the zip file of PyTorch 1.6 and later ({@code data.pkl}, {@code byteorder}, {@code data/0} ...), and the older
 * one, five values in a row (a magic number, the protocol, the writer's system, the dictionary, the keys of the storages), then the storages, each
 * with its length. The pickle is not run by Python's rules: it can make tensors, ordered maps and numbers, and whatever else it names is
 * refused by name. Tensors may share a storage and may be views of one; a view whose numbers do not lie in row-major order takes memory of
 * Java's while it is read.
 */
public final class TorchFile implements TensorFile {

    private static final String PICKLE = "data.pkl";
    private static final int LONGEST_PICKLE = 1 << 26;
    /** The last 8 of the 10 bytes of {@code 0x1950a86a20f9469cfc6c}. */
    private static final long MAGIC = 0xa86a20f9469cfc6cL;

    private static final long PROTOCOL = 1001;

    private final String origin;
    private final Closeable source;
    private final Map<String, StoredTensor> tensors;

    private TorchFile(String origin, Closeable source, Map<String, StoredTensor> tensors) {
        this.origin = origin;
        this.source = source;
        this.tensors = Collections.unmodifiableMap(tensors);
    }

    /**
     * Opens a file.
     *
     * @throws IllegalArgumentException if there is none, it isn't in this format, or it names anything but tensors
     * @throws UncheckedIOException if it can't be read
     */
    public static TorchFile open(Path file) {
        var origin = file.toString();
        var source = ByteSource.of(file);
        return Opening.of(source, origin, () -> {
            if (!isZip(source)) {
                return new TorchFile(origin, source, ofRow(source, origin));
            }
            source.close();
            var archive = Archive.open(file);
            return Opening.of(archive, origin, () -> new TorchFile(origin, archive, ofZip(archive, origin)));
        });
    }

    private static boolean isZip(ByteSource source) throws IOException {
        var start = source.bytes(0, 4);
        return start.remaining() == 4 && start.getInt() == 0x04034b50; // PK and the mark of an entry
    }

    // ---------------------------------------------------------------------------------------------- zip file

    private static Map<String, StoredTensor> ofZip(Archive archive, String origin) throws IOException {
        var pickle = archive.entries().stream()
                .filter(TorchFile::isPickle)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        origin + " is a zip file without " + PICKLE + ", not one of weights that torch.save wrote"));
        var folder = pickle.getName().substring(0, pickle.getName().length() - PICKLE.length());
        var content = archive.start(pickle, LONGEST_PICKLE + 1);
        if (content.length > LONGEST_PICKLE) {
            throw new IllegalArgumentException(
                    origin + ": " + pickle.getName() + " has more than " + LONGEST_PICKLE + " bytes");
        }
        var order = order(archive, folder, origin);
        var pickled = new Unpickler(new Cursor(ByteSource.of(content), origin), origin).run();
        var dictionary = StateDictionary.of(pickled, origin);
        var numbers = new LinkedHashMap<String, StateDictionary.Numbers>();
        for (var storage : dictionary.storages().values()) {
            var entry = archive.entry(folder + "data/" + storage.key());
            requireSize(storage, entry.getSize(), origin);
            numbers.put(storage.key(), from -> archive.open(entry, from));
        }
        return dictionary.tensors(order, numbers);
    }

    private static boolean isPickle(ZipEntry entry) {
        return entry.getName().equals(PICKLE) || entry.getName().endsWith("/" + PICKLE);
    }

    /** Files of older versions don't say; they were written on machines of today. */
    private static ByteOrder order(Archive archive, String folder, String origin) throws IOException {
        var name = folder + "byteorder";
        if (archive.entries().stream().noneMatch(entry -> entry.getName().equals(name))) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        var text = new String(archive.start(archive.entry(name), 20), StandardCharsets.UTF_8);
        return switch (text) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default ->
                throw new IllegalArgumentException(
                        origin + ": " + name + " must be 'little' or 'big', got '" + text + "'");
        };
    }

    private static void requireSize(PickledTensors.Storage storage, long found, String origin) {
        var expected = RawTensor.bytes(storage.type(), new long[] {storage.places()}, origin);
        if (expected != found) {
            throw new IllegalArgumentException(origin + ": storage '" + storage.key() + "' should have " + expected
                    + " bytes for " + storage.places() + " numbers of type " + storage.type() + ", has " + found);
        }
    }

    // ---------------------------------------------------------------------------------------------- values in a row

    private static Map<String, StoredTensor> ofRow(ByteSource source, String origin) throws IOException {
        if (source.size() == 0
                || source.bytes(0, 1).get() != (byte) 0x80) { // how every pickle of protocol 2 and later begins
            throw notTorch(origin);
        }
        var in = new Cursor(source, origin);
        requireValue(in, MAGIC, origin);
        requireValue(in, PROTOCOL, origin);
        if (value(in, origin) instanceof Map<?, ?> system && Boolean.FALSE.equals(system.get("little_endian"))) {
            throw new IllegalArgumentException(
                    origin + " was written on a big-endian machine in the old layout of torch.save, which is not read");
        }
        var dictionary = StateDictionary.of(value(in, origin), origin);
        var keys = keys(value(in, origin), origin);
        if (!keys.containsAll(dictionary.storages().keySet())) {
            throw new IllegalArgumentException(origin + " is damaged: it does not list all keys of its storages");
        }
        var numbers = new LinkedHashMap<String, StateDictionary.Numbers>();
        for (var key : keys) {
            var storage = dictionary.storages().get(key);
            if (storage == null) {
                throw new IllegalArgumentException(origin + ": storage '" + key + "' belongs to no tensor");
            }
            var places = in.i64();
            var bytes = RawTensor.bytes(storage.type(), new long[] {places}, origin);
            requireSize(storage, bytes, origin);
            var start = in.position();
            in.skip(bytes);
            numbers.put(storage.key(), from -> source.region(start + from, start + bytes));
        }
        return dictionary.tensors(ByteOrder.LITTLE_ENDIAN, numbers);
    }

    private static Set<String> keys(Object value, String origin) {
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw new IllegalArgumentException(origin + " is damaged: it does not list the keys of its storages");
        }
        return list.stream().map(String.class::cast).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Object value(Cursor in, String origin) throws IOException {
        return new Unpickler(in, origin).run();
    }

    private static void requireValue(Cursor in, long expected, String origin) throws IOException {
        if (!Long.valueOf(expected).equals(value(in, origin))) {
            throw notTorch(origin);
        }
    }

    private static IllegalArgumentException notTorch(String origin) {
        return new IllegalArgumentException(origin + " is not a file that torch.save wrote, or is damaged");
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
}
