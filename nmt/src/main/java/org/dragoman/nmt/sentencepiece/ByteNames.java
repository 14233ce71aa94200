package org.dragoman.nmt.sentencepiece;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pieces that stand for single bytes: {@code <0x00>} to {@code <0xFF>}. */
final class ByteNames {
    static final int COUNT = 256;

    private static final List<String> NAMES = IntStream.range(0, COUNT)
            .mapToObj(value -> String.format(Locale.ROOT, "<0x%02X>", value))
            .toList();
    private static final Map<String, Integer> VALUES =
            IntStream.range(0, COUNT).boxed().collect(Collectors.toMap(NAMES::get, value -> value));

    private ByteNames() {}

    static String of(int value) {
        return NAMES.get(value & 0xFF);
    }

    /** Returns the byte that a piece stands for, 0 to 255, or -1 if it stands for none. */
    static int valueOf(String piece) {
        return VALUES.getOrDefault(piece, -1);
    }
}
