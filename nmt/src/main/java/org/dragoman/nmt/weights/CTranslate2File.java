package org.dragoman.nmt.weights;

import org.dragoman.nmt.files.ModelFiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A {@code model.bin} of CTranslate2, binary versions 2 to 6.
 *
 * <p>Layout, little endian: version, name and revision of the network's specification, number of variables; of each variable its name, number of
 * dimensions (8 bits), dimensions, type and size in bytes (before version 4: bytes of one number, and how many), and its numbers; from version
 * 3 on the aliases, further names for variables. A text has its length with a zero at its end (16 bits) before it; other numbers have 32 bits.
 *
 * <p>Integers of a quantized matrix are read as they are; see {@link Recipe#dequantized}.
 */
public final class CTranslate2File implements TensorFile {

    /** The oldest binary version that is read. */
    public static final int OLDEST = 2;

    /** The newest binary version that is read. */
    public static final int NEWEST = 6;

    private static final StoredType[] TYPES = {
        StoredType.F32, StoredType.I8, StoredType.I16, StoredType.I32, StoredType.F16, StoredType.BF16
    };

    private final String origin;
    private final ByteSource source;
    private final int version;
    private final String specification;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();

    private CTranslate2File(ByteSource source, String origin) throws IOException {
        this.source = source;
        this.origin = origin;
        var in = new Cursor(source, origin);
        version = in.i32();
        if (!isRead(version)) {
            throw new IllegalArgumentException(origin + " has CTranslate2's binary version " + (version & 0xffffffffL)
                    + ", versions " + OLDEST + " to " + NEWEST + " are read");
        }
        specification = text(in);
        in.skip(Integer.BYTES); // the revision of the specification
        var count = in.u32();
        for (var i = 0L; i < count; i++) {
            readVariable(in);
        }
        if (version >= 3) {
            readAliases(in);
        }
    }

    /**
     * Opens a file.
     *
     * @throws IllegalArgumentException if there is none or it isn't in this format
     * @throws UncheckedIOException if it can't be read
     */
    public static CTranslate2File open(Path file) {
        var source = ByteSource.of(file);
        return Opening.of(source, file.toString(), () -> new CTranslate2File(source, file.toString()));
    }

    /**
     * Whether a file begins with a version that is read; more of it isn't looked at.
     *
     * @throws IllegalArgumentException if there is none, or a pointer of Git LFS in its place
     * @throws UncheckedIOException if it can't be read
     */
    public static boolean begins(Path file) {
        return ModelFiles.read(file, path -> {
            try (var content = Files.newInputStream(path)) {
                var start = content.readNBytes(Integer.BYTES);
                return start.length == Integer.BYTES
                        && isRead(ByteBuffer.wrap(start)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getInt());
            }
        });
    }

    private static boolean isRead(int version) {
        return version >= OLDEST && version <= NEWEST;
    }

    private void readVariable(Cursor in) throws IOException {
        var name = text(in);
        var where = origin + ": variable '" + name + "'";
        var shape = new long[in.u8()];
        for (var i = 0; i < shape.length; i++) {
            shape[i] = in.u32();
        }
        var code = in.u8();
        var type = version < 4 ? typeOfSize(code, where) : type(code, where);
        var size = version < 4 ? in.u32() * code : in.u32();
        var expected = RawTensor.bytes(type, shape, where);
        if (size != expected) {
            throw new IllegalArgumentException(where + " of type " + type + " with shape "
                    + java.util.Arrays.toString(shape) + " should have " + expected + " bytes, has " + size);
        }
        var start = in.position();
        in.skip(size);
        RawTensor.Content content = () -> source.region(start, start + size);
        var tensor = new RawTensor(name, where, type, ByteOrder.LITTLE_ENDIAN, shape, content);
        if (tensors.put(name, tensor) != null) {
            throw new IllegalArgumentException(where + " is there twice");
        }
    }

    private static StoredType type(int code, String where) {
        if (code >= TYPES.length) {
            throw new IllegalArgumentException(
                    where + " has the type number " + code + ", known are 0 to " + (TYPES.length - 1));
        }
        return TYPES[code];
    }

    private static StoredType typeOfSize(int bytes, String where) {
        return switch (bytes) {
            case 4 -> StoredType.F32;
            case 2 -> StoredType.I16;
            case 1 -> StoredType.I8;
            default ->
                throw new IllegalArgumentException(where + " has numbers of " + bytes + " bytes, known are 1, 2 and 4");
        };
    }

    private void readAliases(Cursor in) throws IOException {
        var count = in.u32();
        for (var i = 0L; i < count; i++) {
            var alias = text(in);
            var name = text(in);
            if (!tensors.containsKey(name) || tensors.containsKey(alias)) {
                throw new IllegalArgumentException(origin + ": the alias '" + alias + "' of '" + name
                        + "' names no variable, or one that is there");
            }
            aliases.put(alias, name);
        }
        aliases.forEach((alias, name) -> tensors.put(alias, tensors.get(name)));
    }

    private static String text(Cursor in) throws IOException {
        var text = in.text(in.u16());
        return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public String origin() {
        return origin;
    }

    /** The name of the network's specification, such as {@code TransformerSpec}. */
    public String specification() {
        return specification;
    }

    @Override
    public Map<String, StoredTensor> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    /** Further names, each with that of the tensor that it stands for; the tensors are listed under both. */
    public Map<String, String> aliases() {
        return Collections.unmodifiableMap(aliases);
    }

    @Override
    public void close() {
        Opening.close(source, origin);
    }
}
