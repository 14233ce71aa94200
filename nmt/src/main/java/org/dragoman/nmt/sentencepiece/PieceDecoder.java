package org.dragoman.nmt.sentencepiece;

import org.dragoman.nmt.sentencepiece.StoredPiece.Type;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes text of pieces. Thread safe. */
final class PieceDecoder {
    private final PieceTable table;
    private final String unknownText;
    private final boolean dropsFirstSpace;
    private final boolean dropsFirstSpaces;

    PieceDecoder(PieceTable table, ModelFile file) {
        this.table = table;
        unknownText = file.unknownText();
        dropsFirstSpaces = file.normalizer().removesExtraWhitespace();
        dropsFirstSpace = dropsFirstSpaces || file.normalizer().addsDummyPrefix();
    }

    String decode(List<String> pieces) {
        var text = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        boolean hasDroppedSpace = false;
        boolean isAtStart = true;
        for (var piece : pieces) {
            int id = table.id(piece);
            if (table.type(id) == Type.BYTE) {
                bytes.write(ByteNames.valueOf(piece));
            } else {
                appendBytes(bytes, text);
                isAtStart &= !hasDroppedSpace && text.isEmpty();
                hasDroppedSpace = append(piece, id, isAtStart, text);
            }
        }
        appendBytes(bytes, text);
        return text.toString();
    }

    /** Appends a piece. Returns whether it gave away the one space that may be dropped. */
    private boolean append(String piece, int id, boolean isAtStart, StringBuilder text) {
        switch (table.type(id)) {
            case CONTROL -> {
                return false;
            }
            case UNKNOWN -> {
                text.append(piece.equals(table.text(id)) ? unknownText : piece);
                return false;
            }
            default -> {
                boolean drops = isAtStart && dropsFirstSpace && piece.startsWith(SentencePieceModel.SPACE_MARK);
                var rest = drops ? piece.substring(SentencePieceModel.SPACE_MARK.length()) : piece;
                text.append(rest.replace(SentencePieceModel.SPACE_MARK, " "));
                return drops && !dropsFirstSpaces;
            }
        }
    }

    /** Appends what bytes in a row stand for; one that is no part of a character becomes U+FFFD. */
    private static void appendBytes(ByteArrayOutputStream collected, StringBuilder text) {
        byte[] bytes = collected.toByteArray();
        collected.reset();
        for (int i = 0; i < bytes.length; ) {
            int length = Utf8.lengthIfValid(bytes, i, bytes.length);
            text.append(length == 0 ? "\uFFFD" : new String(bytes, i, length, StandardCharsets.UTF_8));
            i += Math.max(1, length);
        }
    }
}
