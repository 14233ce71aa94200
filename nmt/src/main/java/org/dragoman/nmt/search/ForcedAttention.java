package org.dragoman.nmt.search;

import org.dragoman.nmt.model.DecoderState;
import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a model attends to the source in every layer and head while it is given a target, step by step as a search would go.
 *
 * <p>Targets are ids without start and end marker; one that a search would never generate is followed like any other. Padding and the
 * other sentences of a batch make no difference. Thread safe, as long as nobody trains the model.
 */
public final class ForcedAttention {

    private final EncoderDecoder model;
    private final Markers markers;

    public ForcedAttention(EncoderDecoder model, Markers markers) {
        this.model = model;
        this.markers = markers;
    }

    /**
     * Follows targets.
     *
     * @param targets as many as the source has rows
     * @return for each target how it attended
     * @throws IllegalArgumentException if the numbers of sources and targets differ, or the model doesn't attend to its source
     */
    public List<HeadWeights> follow(Source source, List<int[]> targets) {
        ForcedDecoding.requirePairs(source, targets);
        var rows = new ArrayList<HeadWeights>();
        if (targets.isEmpty()) {
            return rows;
        }
        var longest = targets.stream().mapToInt(ids -> ids.length).max().orElse(0);
        try (var batch = Scope.constant()) {
            var state = Succession.start(model, source);
            for (var position = 0; position < Math.max(1, longest); position++) {
                state = advance(state, source.lengths(), targets, position, rows);
            }
        }
        return rows;
    }

    private DecoderState advance(
            DecoderState state, int[] sourceLengths, List<int[]> targets, int position, List<HeadWeights> rows) {
        try (var scope = Scope.constant()) {
            var step = state.step(Tensor.indices(inputs(targets, position)));
            if (rows.isEmpty()) {
                rows.addAll(empty(step.attention(), sourceLengths, targets));
            }
            for (var layer = 0; layer < step.attention().size(); layer++) {
                fill(layer, step.attention().get(layer), targets, position, rows);
            }
            Succession.replace(state, step.next(), scope);
            return step.next();
        }
    }

    /** What the decoder reads at a position: the token before; behind the end of a target anything will do. */
    private int[] inputs(List<int[]> targets, int position) {
        return targets.stream()
                .mapToInt(ids -> position == 0 || position > ids.length ? markers.start() : ids[position - 1])
                .toArray();
    }

    private static List<HeadWeights> empty(List<Tensor> attention, int[] sourceLengths, List<int[]> targets) {
        if (attention.isEmpty()) {
            throw new IllegalArgumentException("alignments are wanted from a model without attention to the source");
        }
        var heads = Math.toIntExact(attention.get(0).size(1));
        return IntStream.range(0, targets.size())
                .mapToObj(
                        row -> HeadWeights.zeros(attention.size(), heads, targets.get(row).length, sourceLengths[row]))
                .toList();
    }

    /** Copies the weights of a position; attention (n, H, 1, S). */
    private static void fill(int layer, Tensor attention, List<int[]> targets, int position, List<HeadWeights> rows) {
        var values = attention.toFloats();
        var heads = Math.toIntExact(attention.size(1));
        var width = Math.toIntExact(attention.size(-1));
        for (var row = 0; row < rows.size(); row++) {
            if (position < targets.get(row).length) {
                for (var head = 0; head < heads; head++) {
                    var weights = rows.get(row).layers().get(layer).get(head)[position];
                    System.arraycopy(values, (row * heads + head) * width, weights, 0, weights.length);
                }
            }
        }
    }
}
