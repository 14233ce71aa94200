package org.dragoman.nmt.attention;

import org.dragoman.nmt.layers.Attended;
import org.dragoman.nmt.tensor.Tensor;

import java.util.Arrays;
import java.util.List;

/**
 * No attention at all: the source is one vector of fixed length, which every query sees (Cho et al. 2014, arXiv 1406.1078, section 2.2). What
 * attention was invented to replace, and what it is measured against.
 */
public final class FixedVector implements Attention {

    /** Keeps the vector of each source: states (n, 1, M). */
    @Override
    public Memory project(Tensor states, boolean training, int... lengths) {
        var one = new int[lengths.length];
        Arrays.fill(one, 1);
        return new Memory(List.of(new Memory.Head(states, states)), Sources.of(1, one), training);
    }

    @Override
    public Attended attend(Query query, Memory memory) {
        var weights = Tensor.full(1, query.states().size(0), query.states().size(1), 1); // (n, k, 1)
        return new Attended(weights.matMul(memory.heads().get(0).values()), weights.unsqueeze(1));
    }
}
