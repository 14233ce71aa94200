package org.dragoman.nmt.sentencepiece;

/** Characters in bytes that may be no UTF-8 at all. */
final class Utf8 {
    private Utf8() {}

    /** Returns how many bytes a character has by its first one, which is not looked at further; those that can't be first count for one. */
    static int lengthByFirst(byte first) {
        int high = first & 0xF0;
        return high < 0xC0 ? 1 : high < 0xE0 ? 2 : high < 0xF0 ? 3 : 4;
    }

    /** Returns how many bytes the character at {@code from} has, or 0 if there is none that is well formed. */
    static int lengthIfValid(byte[] text, int from, int to) {
        int first = text[from] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = lengthByFirst(text[from]);
        if (first < 0xC0 || first >= 0xF8 || length > to - from) {
            return 0;
        }
        int codePoint = first & 0x7F >> length;
        for (int i = from + 1; i < from + length; i++) {
            if ((text[i] & 0xC0) != 0x80) {
                return 0;
            }
            codePoint = codePoint << 6 | text[i] & 0x3F;
        }
        return isShortest(codePoint, length) ? length : 0;
    }

    /** Whether a code point may be written, and needs that many bytes. */
    private static boolean isShortest(int codePoint, int length) {
        return switch (length) {
            case 2 -> codePoint >= 0x80;
            case 3 ->
                codePoint >= 0x800 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
            default -> codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT;
        };
    }
}
