package org.dragoman.corpora.filter;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps lines of a language, as something else identifies it. A shorter tag stands for every longer one: {@code en} and {@code en-GB} agree,
 * {@code en-US} and {@code en-GB} don't.
 *
 * @param language tag such as {@code en} (BCP 47); case doesn't matter, and an underscore is as good as a hyphen
 * @param identifier gives the tag of a line's language, or an empty text if it knows none
 */
public record LanguageFilter(String language, Function<String, String> identifier) implements Filter<String> {
    public LanguageFilter {
        if (language.isBlank()) {
            throw new IllegalArgumentException("a language must have a tag such as en, got \"" + language + "\"");
        }
    }

    @Override
    public String name() {
        return "language";
    }

    @Override
    public Predicate<String> start() {
        var wanted = withHyphens(language);
        return line -> {
            var found = withHyphens(identifier.apply(line));
            return found.startsWith(wanted) || found.length() > 1 && wanted.startsWith(found);
        };
    }

    /** With one at the end, too, so that {@code de} is no beginning of {@code del}. */
    private static String withHyphens(String tag) {
        return tag.toLowerCase(Locale.ROOT).replace('_', '-') + "-";
    }
}
