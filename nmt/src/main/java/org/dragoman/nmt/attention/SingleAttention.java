package org.dragoman.nmt.attention;

import org.dragoman.nmt.layers.Attended;
import org.dragoman.nmt.tensor.Tensor;

import java.util.List;

/** Attention with one set of weights: the context is the encoder's own states, averaged. */
public final class SingleAttention implements Attention {

    private final AttentionScore score;
    private final Window window;
    private final boolean hard;

    /**
     * Joins a score and a window.
     *
     * @param hard whether a model in use, which is not in training, sees only the position with the greatest weight, with the weight 1
     */
    public SingleAttention(AttentionScore score, Window window, boolean hard) {
        this.score = score;
        this.window = window;
        this.hard = hard;
    }

    @Override
    public Memory project(Tensor states, boolean training, int... lengths) {
        var sources = Sources.of(Math.toIntExact(states.size(1)), lengths);
        return new Memory(List.of(head(states)), sources, training);
    }

    Memory.Head head(Tensor states) {
        return new Memory.Head(states, score.keys(states));
    }

    @Override
    public Attended attend(Query query, Memory memory) {
        return attend(query, memory.heads().get(0), memory);
    }

    Attended attend(Query query, Memory.Head head, Memory memory) {
        var scores = score.score(query, head.keys());
        var weights = window.weights(scores, query, memory.sources()); // (n, k, S)
        var used = hard && !memory.training() ? weights.greatest() : weights;
        return new Attended(used.matMul(head.values()), used.unsqueeze(1));
    }
}
