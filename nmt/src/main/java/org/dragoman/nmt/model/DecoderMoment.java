package org.dragoman.nmt.model;

import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a recurrent decoder stands: n sentences with k hypotheses each, in n * k rows.
 *
 * @param position of the target that comes next, from 0
 * @param cells state of each layer (n * k, P)
 * @param joint (n * k, E), the joint state before, where it is fed in again
 * @param coverage (n, k, S), the attention that each place of the source had so far, where it is counted
 */
record DecoderMoment(int position, List<Tensor> cells, Optional<Tensor> joint, Optional<Tensor> coverage) {

    /** The top layer's state. */
    Tensor top() {
        return cells.get(cells.size() - 1);
    }

    /** The chosen rows, which belong to so many sentences. */
    DecoderMoment select(int sentences, int... rows) {
        var chosen = Tensor.indices(rows);
        return new DecoderMoment(
                position,
                cells.stream().map(state -> state.select(chosen)).toList(),
                joint.map(state -> state.select(chosen)),
                coverage.map(counts ->
                        counts.reshape(-1, counts.size(-1)).select(chosen).reshape(sentences, -1, counts.size(-1))));
    }

    /** The native arrays, for whoever decides how long they live. */
    List<Tensor> tensors() {
        var tensors = new ArrayList<>(cells);
        joint.ifPresent(tensors::add);
        coverage.ifPresent(tensors::add);
        return tensors;
    }
}
