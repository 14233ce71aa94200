package org.dragoman.nmt.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A hypothesis that grows: one token behind another partial hypothesis, with which it shares everything before.
 *
 * @param before what this one extends; null at the start marker only
 * @param rank of {@code before} in its beam, which is the row to take over from the decoder's state
 * @param token the last token
 * @param logProbability of all tokens after the start marker
 * @param length tokens after the start marker
 * @param attention to the source's positions while the token was predicted; empty if not asked for
 */
record Partial(Partial before, int rank, int token, double logProbability, int length, float[] attention) {

    private static final float[] NO_ATTENTION = {};

    static Partial start(int marker) {
        return new Partial(null, 0, marker, 0, 0, NO_ATTENTION);
    }

    /** Extends this one, which stands at {@code rank} in its beam. */
    Partial then(int rank, int token, double tokenLogProbability, float[] attention) {
        return new Partial(this, rank, token, logProbability + tokenLogProbability, length + 1, attention);
    }

    /** Whether the last tokens, the start marker not among them, are these. */
    boolean endsWith(List<Integer> ids) {
        var partial = this;
        for (var i = ids.size() - 1; i >= 0; i--) {
            if (partial.before == null || partial.token != ids.get(i)) {
                return false;
            }
            partial = partial.before;
        }
        return true;
    }

    /** The log-probability divided by the penalty. */
    double score(LengthPenalty penalty) {
        return logProbability / penalty.of(Math.max(1, length));
    }

    Hypothesis toHypothesis(boolean ended, LengthPenalty penalty) {
        var tokens = tokens();
        var inner = ended ? tokens.subList(0, tokens.size() - 1) : tokens;
        var alignment = inner.stream()
                .map(Partial::attention)
                .filter(weights -> weights.length > 0)
                .toArray(float[][]::new);
        var ids = inner.stream().map(Partial::token).toList();
        return new Hypothesis(ids, ended, logProbability, score(penalty), alignment);
    }

    private List<Partial> tokens() {
        var tokens = new ArrayList<Partial>();
        for (var partial = this; partial.before != null; partial = partial.before) {
            tokens.add(partial);
        }
        Collections.reverse(tokens);
        return tokens;
    }
}
