package org.dragoman.corpora.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What of a text counts when two are compared. */
public enum TextKey {
    /** Every character. */
    EXACT(text -> text),

    /**
     * Letters, marks and digits in lower case after Unicode's form NFKC, and one space wherever anything else stands between them: case,
     * punctuation and spacing don't count. A text without letters and digits counts as it is.
     */
    NORMALIZED(TextKey::normalized);

    private final UnaryOperator<String> key;

    TextKey(UnaryOperator<String> key) {
        this.key = key;
    }

    /** Two texts are the same in this sense if their keys are equal. */
    public String of(String text) {
        return key.apply(text);
    }

    private static String normalized(String text) {
        var lowerCase = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var key = new StringBuilder(lowerCase.length());
        for (var i = 0; i < lowerCase.length(); ) {
            var c = lowerCase.codePointAt(i);
            i += Character.charCount(c);
            if (counts(c)) {
                key.appendCodePoint(c);
            } else if (key.length() > 0 && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
        }
        var stripped = key.toString().stripTrailing();
        return stripped.isEmpty() ? text : stripped;
    }

    private static boolean counts(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }
}
