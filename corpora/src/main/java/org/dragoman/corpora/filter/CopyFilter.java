package org.dragoman.corpora.filter;

import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.text.TextKey;

import java.util.function.Predicate;

/**
 * Keeps pairs whose target is not the source again, or nearly. Compared are the {@link TextKey#NORMALIZED normalized} sides; their
 * similarity is 1 - d / n, where d is the edit distance (Levenshtein 1966) and n the length of the longer side, both in code points. Two
 * empty sides are not a copy.
 *
 * @param similarity from which on a pair is refused, above 0 and at most 1; 1 refuses equal sides only
 */
public record CopyFilter(double similarity) implements Filter<SentencePair> {
    private static final double ROUNDING = 1e-9; // above the error of (1 - similarity) times a length

    public CopyFilter {
        if (!(similarity > 0 && similarity <= 1)) {
            throw new IllegalArgumentException(
                    "the similarity of a copy must be above 0 and at most 1, got " + similarity);
        }
    }

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public Predicate<SentencePair> start() {
        return pair -> {
            var source = TextKey.NORMALIZED.of(pair.source()).codePoints().toArray();
            var target = TextKey.NORMALIZED.of(pair.target()).codePoints().toArray();
            var longer = Math.max(source.length, target.length);
            var allowed = (int) Math.floor((1 - similarity) * longer + ROUNDING);
            return longer == 0 || !EditDistance.isWithin(allowed, source, target);
        };
    }
}
