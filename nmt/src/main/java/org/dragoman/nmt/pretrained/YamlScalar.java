package org.dragoman.nmt.pretrained;

/** Scalars of YAML 1.2 (section 7.3): plain, in single quotes, or in double quotes with escapes. */
final class YamlScalar {

    /** What {@code \0}, {@code \a} and so on stand for: letters and characters in turn. */
    private static final String ESCAPES =
            "0\0a\u0007b\bt\tn\nv\u000bf\fr\re\u001b \u0020\"\"//\\\\N\u0085_\u00a0L\u2028P\u2029";

    private YamlScalar() {}

    /** @throws IllegalArgumentException if quotes aren't closed or an escape isn't known; the message has no place */
    static String unquoted(String scalar) {
        if (scalar.length() < 2 || "\"'".indexOf(scalar.charAt(0)) < 0) {
            return scalar;
        }
        var quote = scalar.charAt(0);
        if (scalar.charAt(scalar.length() - 1) != quote) {
            throw new IllegalArgumentException("the quotes of " + scalar + " are not closed");
        }
        var inner = scalar.substring(1, scalar.length() - 1);
        return quote == '\'' ? inner.replace("''", "'") : unescaped(inner);
    }

    private static String unescaped(String text) {
        var result = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != '\\') {
                result.append(c);
                continue;
            }
            i++;
            var letter = i < text.length() ? text.charAt(i) : '\0';
            var digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
            result.appendCodePoint(digits == 0 ? simple(letter, text) : coded(text, i + 1, digits));
            i += digits;
        }
        return result.toString();
    }

    private static int simple(char letter, String text) {
        for (var i = 0; i < ESCAPES.length(); i += 2) {
            if (ESCAPES.charAt(i) == letter) {
                return ESCAPES.charAt(i + 1);
            }
        }
        throw new IllegalArgumentException("unknown escape \\" + letter + " in \"" + text + "\"");
    }

    private static int coded(String text, int from, int digits) {
        var end = from + digits;
        if (end <= text.length() && text.substring(from, end).matches("[0-9A-Fa-f]+")) {
            var code = Long.parseLong(text.substring(from, end), 16);
            if (code <= Character.MAX_CODE_POINT) {
                return (int) code;
            }
        }
        throw new IllegalArgumentException(
                "an escape in \"" + text + "\" needs " + digits + " hexadecimal digits of a character");
    }
}
