package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a recurrent decoder attends to its source.
 *
 * @param score how well positions fit
 * @param window which positions are seen
 * @param heads attentions side by side, at least 1
 * @param hard whether a model in use sees only the position with the greatest weight; in training it sees all
 */
public record AttentionConfig(ScoreConfig score, WindowConfig window, int heads, boolean hard) {

    /** Says everything that keeps this attention from working with queries of size H and encoder states of size M; empty if nothing. */
    public List<String> problems(int querySize, int stateSize) {
        var problems = new ArrayList<String>();
        if (heads < 1) {
            problems.add("attention heads must be at least 1, got " + heads);
            return problems;
        }
        if (stateSize % heads != 0) {
            problems.add("the encoder's states must divide evenly among the attention's heads, got states of size "
                    + stateSize + " and " + heads + " heads");
        }
        if (heads > 1 && !score.isContentBased()) {
            problems.add("the " + score.type()
                    + " score takes no heads: it doesn't look at the source's states, so there is nothing"
                    + " to split; got " + heads);
        }
        if (heads == 1 && score.needsEqualSizes() && querySize != stateSize) {
            problems.add("the " + score.type()
                    + " score multiplies the decoder's state with the encoder's, so both must have the same"
                    + " size, got " + querySize + " and " + stateSize + "; set decoderSize to " + stateSize
                    + " or use the general score");
        }
        return problems;
    }

    /** Whether the attention needs to be told what was attended to before. */
    public boolean hasCoverage() {
        return score instanceof ScoreConfig.Additive additive && additive.coverage();
    }

    /** Makes the attention with parameters under {@code name}. */
    public Attention build(Parameters parameters, String name, int querySize, int stateSize) {
        if (heads == 1) {
            return single(parameters, name, querySize, stateSize);
        }
        var size = stateSize / heads;
        var each = IntStream.range(0, heads)
                .mapToObj(head -> single(parameters, name + ".heads." + head, size, size))
                .toList();
        return new MultiHeadAttention(parameters, name, querySize, stateSize, each);
    }

    private SingleAttention single(Parameters parameters, String name, int querySize, int stateSize) {
        return new SingleAttention(
                score.build(parameters, name, querySize, stateSize),
                window.build(parameters, name + ".window", querySize),
                hard);
    }
}
