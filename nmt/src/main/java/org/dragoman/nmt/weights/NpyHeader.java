package org.dragoman.nmt.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What stands before the numbers of a NumPy array: the mark {@code \x93NUMPY}, the version, the header's length and the header.
 *
 * @param length bytes of all of it
 * @param columnMajor whether the first dimension's neighbours lie side by side, as in Fortran
 */
record NpyHeader(int length, StoredType type, ByteOrder order, long[] shape, boolean columnMajor) {

    /** More than a header of an array with 32 dimensions needs. */
    static final int LONGEST = 4096;

    private static final byte[] MARK = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Map<String, StoredType> TYPES = Map.ofEntries(
            Map.entry("f8", StoredType.F64),
            Map.entry("f4", StoredType.F32),
            Map.entry("f2", StoredType.F16),
            Map.entry("i8", StoredType.I64),
            Map.entry("i4", StoredType.I32),
            Map.entry("i2", StoredType.I16),
            Map.entry("i1", StoredType.I8),
            Map.entry("u1", StoredType.U8),
            Map.entry("b1", StoredType.BOOL));
    private static final Pattern DESCRIPTION = Pattern.compile("'descr': '([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order': (True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape': \\(((?:\\d{1,18}, ?)*(?:\\d{1,18})?)\\)");

    /** @param start the first bytes of the array, its whole header among them */
    static NpyHeader read(byte[] start, String where) {
        var bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        if (start.length < 12 || !Arrays.equals(MARK, Arrays.copyOf(start, MARK.length))) {
            throw new IllegalArgumentException(where + " is not in NumPy's format");
        }
        var version = bytes.get(MARK.length);
        if (version < 1 || version > 3) {
            throw new IllegalArgumentException(where + " has version " + version + ", can be read: 1 to 3");
        }
        var textStart = version == 1 ? 10 : 12;
        var textLength = version == 1 ? bytes.getShort(8) & 0xffff : bytes.getInt(8);
        if (textLength < 0 || textLength > start.length - textStart) {
            throw new IllegalArgumentException(where + " is cut short or damaged: its header should have "
                    + (textLength & 0xffffffffL) + " bytes");
        }
        return parse(new String(start, textStart, textLength, StandardCharsets.UTF_8), textStart + textLength, where);
    }

    private static NpyHeader parse(String text, int length, String where) {
        var description = DESCRIPTION.matcher(text);
        var order = ORDER.matcher(text);
        var shape = SHAPE.matcher(text);
        if (!description.find() || !order.find() || !shape.find()) {
            throw new IllegalArgumentException(
                    where + " should have a header with 'descr', 'fortran_order' and 'shape', has: " + text.strip());
        }
        var code = description.group(1);
        var type = code.length() == 3 && "<>|=".indexOf(code.charAt(0)) >= 0 ? TYPES.get(code.substring(1)) : null;
        if (type == null) {
            throw new IllegalArgumentException(
                    where + " has type '" + code + "', can be read: f2, f4, f8, i1, i2, i4, i8, u1 and b1");
        }
        return new NpyHeader(
                length,
                type,
                code.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                sizes(shape.group(1)),
                order.group(1).equals("True"));
    }

    private static long[] sizes(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
    }

    StoredTensor tensor(String name, String where, RawTensor.Content content) {
        if (!columnMajor || StridedTensor.isDense(shape, columnMajorStrides())) {
            return new RawTensor(name, where, type, order, shape, content);
        }
        var all = new long[] {StoredTensor.places(shape)};
        return new StridedTensor(
                name, shape, columnMajorStrides(), new RawTensor(name, where, type, order, all, content));
    }

    private long[] columnMajorStrides() {
        var strides = new long[shape.length];
        var step = 1L;
        for (var i = 0; i < shape.length; i++) {
            strides[i] = step;
            step *= shape[i];
        }
        return strides;
    }
}
