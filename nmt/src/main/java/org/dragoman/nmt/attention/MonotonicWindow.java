package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Tensor;

/**
 * Local attention with monotonic alignment, local-m in Luong et al. 2015 (arXiv 1508.04025, section 3.2): the target's position t sees the
 * source's positions from {@code t - D} to {@code t + D}, by the softmax of their scores.
 *
 * <p>The paper doesn't say what is seen when the target runs past the source. Here the window's centre stops at the source's last
 * position, so that there is always something to see.
 */
public final class MonotonicWindow implements Window {

    private final int reach;

    /** @param reach D, 0 or more: the window has {@code 2 D + 1} positions */
    public MonotonicWindow(int reach) {
        this.reach = reach;
    }

    @Override
    public Tensor weights(Tensor scores, Query query, Sources sources) {
        var last = sources.lengths().shift(-1); // (n, 1, 1)
        var isBefore = query.positions().atMost(last); // (n, k, 1)
        var centres = last.add(query.positions().sub(last).mul(isBefore)); // the lesser of both
        var near = Near.of(centres, reach, sources);
        return scores.add(sources.mask()).add(near.mask()).softmax(-1);
    }
}
