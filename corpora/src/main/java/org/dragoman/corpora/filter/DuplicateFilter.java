package org.dragoman.corpora.filter;

import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.text.ContentHash;
import org.dragoman.corpora.text.TextKey;

import java.util.function.Predicate;

/**
 * Keeps the first of equal lines. A pass remembers {@link ContentHash 64 bits} of each different line, in 16 to 32 bytes: a line that merely
 * shares the hash of another is taken for its duplicate, about once in 37 million corpora of a million lines.
 *
 * @param key what counts when lines are compared
 */
public record DuplicateFilter(TextKey key) implements Filter<String> {

    @Override
    public String name() {
        return "duplicate";
    }

    @Override
    public Predicate<String> start() {
        var hash = new ContentHash(0);
        var seen = new HashSet64();
        return line -> seen.add(hash.of(key.of(line)));
    }

    /** Keeps the first of the pairs that are equal on both sides; memory as for lines. */
    public static Filter<SentencePair> ofPairs(TextKey key) {
        return new OfPairs(key);
    }

    private record OfPairs(TextKey key) implements Filter<SentencePair> {

        @Override
        public String name() {
            return "duplicate";
        }

        @Override
        public Predicate<SentencePair> start() {
            var hash = new ContentHash(0);
            var seen = new HashSet64();
            return pair -> seen.add(hash.of(key.of(pair.source()), key.of(pair.target())));
        }
    }
}
