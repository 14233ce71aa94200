package org.dragoman.pipeline.io;

/** Text in HTML. */
final class Html {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int REPLACEMENT = 0xFFFD;

    private Html() {}

    /**
     * A text for the content of an element or an attribute in double quotes. Line ends become LF; a control character becomes its
     * picture (U+2400 to U+2421), and what no page may have (half a surrogate pair, a noncharacter) becomes U+FFFD.
     */
    static String text(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\r' -> out.append('\n');
                default -> out.appendCodePoint(visible(c));
            }
        });
        return out.toString();
    }

    private static int visible(int c) {
        if (c == '\n' || c == '\t') {
            return c;
        }
        if (c < ' ') {
            return CONTROL_PICTURES + c;
        }
        if (c == DELETE) {
            return CONTROL_PICTURES + ' ' + 1;
        }
        var isForbidden = c > DELETE && c < 0xA0
                || Character.getType(c) == Character.SURROGATE
                || c >= 0xFDD0 && c <= 0xFDEF
                || (c & 0xFFFE) == 0xFFFE;
        return isForbidden ? REPLACEMENT : c;
    }
}
