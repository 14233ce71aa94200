package org.dragoman.corpora.filter;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps lines of a language, as something else identifies it.
 *
 * @param language code such as {@code en}
 * @param identifier gives the code of a line's language, in the same form; it may be asked by many threads
 */
public record LanguageFilter(String language, Function<String, String> identifier) implements Filter<String> {

    @Override
    public String name() {
        return "language";
    }

    @Override
    public Predicate<String> start() {
        return line -> language.equals(identifier.apply(line));
    }
}
