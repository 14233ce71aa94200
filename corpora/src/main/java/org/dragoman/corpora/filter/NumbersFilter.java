package org.dragoman.corpora.filter;

import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.text.Numbers;

import java.util.function.Predicate;

/** Keeps pairs whose sides have the same {@link Numbers numbers}, each as often. Numbers that are written as words are not seen. */
public record NumbersFilter() implements Filter<SentencePair> {

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public Predicate<SentencePair> start() {
        return pair -> Numbers.in(pair.source()).equals(Numbers.in(pair.target()));
    }
}
