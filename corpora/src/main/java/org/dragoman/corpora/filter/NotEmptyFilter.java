package org.dragoman.corpora.filter;

import java.util.function.Predicate;

/** Keeps lines that hold anything but white space, as {@link org.dragoman.corpora.text.WhiteSpace} knows it. */
public record NotEmptyFilter() implements Filter<String> {

    @Override
    public String name() {
        return "empty";
    }

    @Override
    public Predicate<String> start() {
        return line -> TextLength.WORDS.of(line) > 0;
    }
}
