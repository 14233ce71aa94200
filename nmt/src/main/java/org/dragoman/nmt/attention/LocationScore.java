package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/**
 * The location-based score of Luong et al. 2015 (arXiv 1508.04025, equation 8): {@code W q}, which has a score for each place of a source
 * and doesn't look at what stands there. So it needs a greatest length, and places beyond a source's end are cut off.
 */
public final class LocationScore implements AttentionScore {

    private final Tensor weight;

    /** Makes {@code name.weight} (maximumLength, H), W above, Glorot uniform. */
    public LocationScore(Parameters parameters, String name, int querySize, int maximumLength) {
        this.weight = parameters.make(name + ".weight", Initializer.glorot(1), maximumLength, querySize);
    }

    /**
     * Keys without content, (n, S, 1): they only tell how long the sources are.
     *
     * @throws IllegalArgumentException if the longest source is longer than the greatest length
     */
    @Override
    public Tensor keys(Tensor states) {
        if (states.size(1) > weight.size(0)) {
            throw new IllegalArgumentException("the location score was made for sources of up to " + weight.size(0)
                    + " pieces, got one of " + states.size(1) + "; cut it, or train with a greater maximumLength");
        }
        return states.slice(2, 0, 1);
    }

    @Override
    public Tensor score(Query query, Tensor keys) {
        return query.states().linear(weight.slice(0, 0, keys.size(1)));
    }
}
