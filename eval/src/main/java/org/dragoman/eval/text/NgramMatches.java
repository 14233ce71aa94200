package org.dragoman.eval.text;

import java.util.Arrays;
import java.util.List;

/**
 * How many n-grams of a hypothesis its references have: the clipped counts of Papineni et al. 2002, section 2.1. An n-gram counts as often
 * as the hypothesis has it, but no more than the reference that has it most often.
 *
 * <p>An n-gram is known by the number of the (n-1)-gram that it starts with and the number of its last token, so the work grows with the
 * tokens and not with the length of n-grams, and no two n-grams are ever confused.
 */
final class NgramMatches {

    /** A text of numbered tokens, and the n-grams that start at each of them, n growing from 0. */
    private static final class Sequence {
        private static final int UNKNOWN = TokenNumbers.UNKNOWN; // a token or n-gram that no reference has

        final int[] tokens;
        final int[] ngrams; // at i the number of the n-gram that starts there
        int count; // of n-grams

        Sequence(int[] tokens) {
            this.tokens = tokens;
            ngrams = new int[tokens.length];
            count = tokens.length + 1; // empty n-grams, all with number 0
        }

        /** From n to n + 1, numbering what is new. */
        void growAdding(PairIds ids) {
            count = Math.max(count - 1, 0);
            for (var i = 0; i < count; i++) {
                ngrams[i] = ids.add(ngrams[i], lastToken(i));
            }
        }

        /** From n to n + 1, where what is new is unknown. */
        void growFinding(PairIds ids) {
            count = Math.max(count - 1, 0);
            for (var i = 0; i < count; i++) {
                var isKnown = ngrams[i] != UNKNOWN && lastToken(i) != UNKNOWN;
                ngrams[i] = isKnown ? ids.find(ngrams[i], lastToken(i)) : UNKNOWN;
            }
        }

        private int lastToken(int start) {
            return tokens[start + tokens.length - count];
        }
    }

    private NgramMatches() {}

    /** Matches by order; the element at 0 is for n = 1. */
    static long[] count(List<String> hypothesis, List<List<String>> references, int maxOrder) {
        var numbers = new TokenNumbers();
        var numbered = references.stream().map(numbers::add).toList();
        return count(numbers.find(hypothesis), numbered, maxOrder);
    }

    /** The same of tokens that are numbers, 0 or more; in the hypothesis {@link TokenNumbers#UNKNOWN} may stand for what no reference has. */
    static long[] count(int[] hypothesis, List<int[]> references, int maxOrder) {
        var hypothesisSequence = new Sequence(hypothesis);
        var referenceSequences = references.stream().map(Sequence::new).toList();
        var tokens = references.stream().mapToInt(reference -> reference.length).sum();
        var matches = new long[maxOrder];
        for (var n = 1; n <= maxOrder; n++) {
            matches[n - 1] = matches(hypothesisSequence, referenceSequences, new PairIds(tokens));
            if (matches[n - 1] == 0) {
                break; // a longer match would have this one in it
            }
        }
        return matches;
    }

    private static long matches(Sequence hypothesis, List<Sequence> references, PairIds ids) {
        references.forEach(reference -> reference.growAdding(ids));
        hypothesis.growFinding(ids);
        var most = highestCounts(references, ids.size());
        var seen = new int[ids.size()];
        var matches = 0L;
        for (var i = 0; i < hypothesis.count; i++) {
            var ngram = hypothesis.ngrams[i];
            if (ngram != Sequence.UNKNOWN && ++seen[ngram] <= most[ngram]) {
                matches++;
            }
        }
        return matches;
    }

    private static int[] highestCounts(List<Sequence> references, int size) {
        var most = new int[size];
        var counts = new int[size];
        for (var reference : references) {
            Arrays.fill(counts, 0);
            for (var i = 0; i < reference.count; i++) {
                var ngram = reference.ngrams[i];
                most[ngram] = Math.max(most[ngram], ++counts[ngram]);
            }
        }
        return most;
    }
}
