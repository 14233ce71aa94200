package org.dragoman.nmt.sentencepiece;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the file of a small model, piece by piece. */
final class ModelBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** @param type as {@code sentencepiece_model.proto} numbers it: 1 normal, 2 unknown, 3 control, 4 user-defined, 5 unused, 6 byte */
    ModelBytes piece(String text, float score, int type) {
        var piece = new ByteArrayOutputStream();
        put(piece, 1, text.getBytes(StandardCharsets.UTF_8));
        piece.write(2 << 3 | 5);
        piece.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(score)
                .array());
        piece.write(3 << 3);
        piece.write(type);
        put(out, 1, piece.toByteArray());
        return this;
    }

    /** @param type 1 unigram, 2 BPE, 3 word, 4 char */
    ModelBytes type(int type) {
        put(out, 2, new byte[] {3 << 3, (byte) type});
        return this;
    }

    ModelBytes characterMap(byte[] map) {
        var normalizer = new ByteArrayOutputStream();
        put(normalizer, 2, map);
        put(out, 3, normalizer.toByteArray());
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, int field, byte[] content) {
        if (content.length > 127) {
            throw new IllegalArgumentException("a length of two bytes: " + content.length);
        }
        out.write(field << 3 | 2);
        out.write(content.length);
        out.writeBytes(content);
    }
}
