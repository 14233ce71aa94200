package org.dragoman.eval;

/**
 * What a metric counts, in one segment or in many: the score of a corpus is that of the sum over its segments. Immutable.
 *
 * @param <S> the type itself
 */
public interface Statistics<S extends Statistics<S>> {

    /** The counts of both together; the order of many additions makes no difference. */
    S plus(S other);
}
