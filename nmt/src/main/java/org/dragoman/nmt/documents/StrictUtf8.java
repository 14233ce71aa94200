package org.dragoman.nmt.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text from bytes that must be UTF-8: nothing is ever replaced. Safe for use by many threads. */
public final class StrictUtf8 {
    private static final int CHUNK = 1 << 13;

    private StrictUtf8() {}

    /**
     * Decodes bytes.
     *
     * @param firstLine number of the line that the bytes start with, for messages
     * @throws IOException if they are not UTF-8; the message says where
     */
    public static String decode(byte[] bytes, long firstLine) throws IOException {
        var valid = validLength(bytes);
        if (valid < bytes.length) {
            throw malformed(bytes, valid, firstLine);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Decodes piece by piece into one small buffer, as a large file is better not held three times. */
    private static int validLength(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(CHUNK);
        CoderResult result;
        do {
            result = decoder.decode(in, out.clear(), true);
        } while (result.isOverflow());
        return in.position();
    }

    private static IOException malformed(byte[] bytes, int at, long firstLine) {
        var line = firstLine;
        var lineStart = 0;
        for (var i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new IOException(String.format(
                Locale.ROOT,
                "line %d is not UTF-8: got 0x%02X at byte %d of the line; convert it to UTF-8",
                line,
                bytes[at],
                at - lineStart + 1));
    }
}
