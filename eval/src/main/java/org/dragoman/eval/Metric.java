package org.dragoman.eval;

import java.util.Collection;
import java.util.stream.Stream;

/**
 * A measure of how well hypotheses match their references, computed from sums over segments.
 *
 * <p>An implementation is immutable and may be used from many threads.
 *
 * @param <S> what is counted in a segment
 * @param <R> the score that the counts give
 */
public interface Metric<S extends Statistics<S>, R extends Score> {

    /** Counts in one segment. */
    S statistics(Segment segment);

    /** The score that counts give, be they of one segment, of a corpus or of a sample. */
    R score(S statistics);

    /**
     * The same metric as it is taken for single lines, on the same counts; another than for a corpus where lines are too short for that, as
     * most are for BLEU.
     */
    default Metric<S, R> forLines() {
        return this;
    }

    /** The score of one segment. */
    default R score(Segment segment) {
        return score(statistics(segment));
    }

    /**
     * The score of a corpus.
     *
     * @throws IllegalArgumentException if there is no segment
     */
    default R score(Collection<Segment> corpus) {
        return score(corpus.stream());
    }

    /**
     * The score of a corpus that is read once and not kept; a parallel stream is counted in parallel.
     *
     * @throws IllegalArgumentException if there is no segment
     */
    default R score(Stream<Segment> corpus) {
        var sum = corpus.map(this::statistics).reduce(Statistics::plus);
        return score(
                sum.orElseThrow(() -> new IllegalArgumentException("a corpus needs at least one segment, got none")));
    }
}
