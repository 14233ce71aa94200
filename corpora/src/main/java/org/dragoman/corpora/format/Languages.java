package org.dragoman.corpora.format;

import java.util.regex.Pattern;

/**
 * The languages of a parallel corpus.
 *
 * @param source a tag such as {@code en} or {@code pt-BR} (BCP 47); an underscore is as good as a hyphen
 * @param target another one
 */
public record Languages(String source, String target) {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8})*");

    public Languages {
        check(source, "source");
        check(target, "target");
        if (LanguageTag.normal(source).equals(LanguageTag.normal(target))) {
            throw new IllegalArgumentException(
                    "source and target must be of different languages, got \"" + source + "\" for both");
        }
    }

    private static void check(String tag, String side) {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException(
                    "the " + side + " language must be a tag such as en or pt-BR, got \"" + tag + "\"");
        }
    }
}
