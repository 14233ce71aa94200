package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Tensor;

/** All positions, by the softmax of their scores (Bahdanau et al. 2015, equation 6; "global" in Luong et al. 2015, section 3.1). */
public final class GlobalWindow implements Window {

    @Override
    public Tensor weights(Tensor scores, Query query, Sources sources) {
        return scores.add(sources.mask()).softmax(-1);
    }
}
