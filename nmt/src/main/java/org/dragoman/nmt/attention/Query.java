package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Tensor;

import java.util.Optional;

/**
 * What a decoder asks with: n sentences, k queries to each.
 *
 * @param states (n, k, H), the decoder's states
 * @param positions of the target, from 0: (1, 1, 1) where all queries ask from one position, (1, k, 1) where each asks from its own
 * @param coverage (n, k, S), how much attention each position of the source had so far (Tu et al. 2016); empty where nobody counts it
 */
public record Query(Tensor states, Tensor positions, Optional<Tensor> coverage) {

    /** All queries from one position, counted from 0. */
    public static Query at(int position, Tensor states) {
        return new Query(states, Tensor.full(position, 1, 1, 1), Optional.empty());
    }

    /** One query from each position: states (n, T, H). */
    public static Query everywhere(Tensor states) {
        var positions = new float[Math.toIntExact(states.size(1))];
        for (var position = 0; position < positions.length; position++) {
            positions[position] = position;
        }
        return new Query(states, Tensor.of(positions, 1, positions.length, 1), Optional.empty());
    }

    /** The same with what was attended to so far. */
    public Query withCoverage(Tensor attended) {
        return new Query(states, positions, Optional.of(attended));
    }

    /** The same positions and coverage with other states. */
    Query withStates(Tensor others) {
        return new Query(others, positions, coverage);
    }
}
