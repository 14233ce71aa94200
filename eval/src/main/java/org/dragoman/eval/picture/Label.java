package org.dragoman.eval.picture;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A text as it can be shown in a picture: in one line, with nothing in it that XML forbids or that would disturb what stands around it.
 * What can't be seen is shown by a sign, such as ␀ for a null character.
 *
 * @param text to show
 * @param isRightToLeft whether it runs from right to left
 */
record Label(String text, boolean isRightToLeft) {
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final String NARROW = "ijltfr.,:;!'|()[]{}`/\\- I";
    private static final String WIDE = "mwMW@%";
    private static final char ELLIPSIS = '…';
    private static final int REPLACEMENT = 0xFFFD;

    /** A token alone; its first letter decides its direction. */
    static Label of(String token) {
        var text = visible(token);
        return new Label(text, direction(text) < 0);
    }

    /** The tokens of a sentence; one without letters, such as a parenthesis, runs in the direction that most others have. */
    static List<Label> sentence(List<String> tokens) {
        var texts = tokens.stream().map(Label::visible).toList();
        var ofSentence = texts.stream().mapToInt(Label::direction).sum();
        return texts.stream()
                .map(text -> new Label(text, (direction(text) == 0 ? ofSentence : direction(text)) < 0))
                .toList();
    }

    /** Whether more than half of the labels run from right to left. */
    static boolean isLeftwards(List<Label> labels) {
        return 2 * labels.stream().filter(Label::isRightToLeft).count() > labels.size();
    }

    private static String visible(String token) {
        if (token.isEmpty()) {
            return "∅";
        }
        var isInvisible = token.codePoints().allMatch(Label::isInvisible);
        var text = new StringBuilder();
        token.codePoints().map(c -> isInvisible ? sign(c) : visible(c)).forEach(text::appendCodePoint);
        return text.toString();
    }

    /** Whether nothing is seen of a character that stands alone: a space, or a joiner and the like. */
    private static boolean isInvisible(int c) {
        return Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static int sign(int c) {
        return Character.isSpaceChar(c) ? '␣' : REPLACEMENT;
    }

    private static int visible(int c) {
        if (c < ' ') {
            return 0x2400 + c; // control pictures
        }
        var isForbidden = c == 0xFFFE || c == 0xFFFF || c < 0x10000 && Character.isSurrogate((char) c);
        var isControl = c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029;
        var turnsOthers = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069; // bidirectional controls
        return isForbidden || isControl || turnsOthers ? REPLACEMENT : c;
    }

    /** The text for XML, in elements and in attributes. */
    String xml() {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The same beside other text, whose order it leaves as it is whatever its own direction. */
    String isolatedXml() {
        return text.codePoints().allMatch(c -> c < 0x590) ? xml() : '\u2068' + xml() + '\u2069';
    }

    /** -1 if the first letter runs from right to left, 1 if it runs from left to right, 0 if there is none. */
    private static int direction(String text) {
        return text.codePoints()
                .map(Label::direction)
                .filter(d -> d != 0)
                .findFirst()
                .orElse(0);
    }

    private static int direction(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> 1;
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> -1;
            default -> 0;
        };
    }

    /** About how wide the text is in multiples of the size of its font; a little more rather than less. Needs no fonts. */
    double width() {
        return width(text);
    }

    private static double width(String text) {
        return text.codePoints().mapToDouble(Label::width).sum();
    }

    private static double width(int c) {
        if (c < 0x7F) {
            return asciiWidth(c);
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 1 : 0.68;
        };
    }

    private static double asciiWidth(int c) {
        if (NARROW.indexOf(c) >= 0) {
            return 0.37;
        }
        if (WIDE.indexOf(c) >= 0) {
            return 1;
        }
        return c >= 'A' && c <= 'Z' ? 0.76 : 0.63;
    }

    /** Whether a character fills a square, as ideographs, syllables of Hangul and emoji do (most of Unicode's East Asian width W and F). */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000;
    }

    /** The label itself if it isn't wider than {@code limit}, or as many of its characters as fit, and an ellipsis. */
    Label within(double limit) {
        if (width() <= limit) {
            return this;
        }
        var room = limit - width(ELLIPSIS);
        var kept = new StringBuilder();
        var matcher = GRAPHEME.matcher(text);
        while (matcher.find() && width(matcher.group()) <= room) {
            room -= width(matcher.group());
            kept.append(matcher.group());
        }
        return new Label(kept.append(ELLIPSIS).toString(), isRightToLeft);
    }
}
