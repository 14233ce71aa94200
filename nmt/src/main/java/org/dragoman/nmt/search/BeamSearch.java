package org.dragoman.nmt.search;

import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.text.SourceBatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Searches for the likeliest targets of a batch of sources, step by step from the start marker.
 *
 * <p>At each step the candidates of a sentence are all its live hypotheses with any token behind them, sorted by
 * log-probability; of equal ones that of the better hypothesis, then that with the lower id comes first. A candidate among the
 * best {@code width} that ends in the end marker has ended. The best {@code width} that don't end are the live hypotheses of the
 * next step. {@link StopRule} says when a sentence is done; its rows then leave the batch at once. {@link LengthLimit} says what
 * becomes of hypotheses that reach the greatest length without the end marker; whether they are cut off or counted as ended, there
 * is always one of either kind. No two hypotheses of a sentence are equal.
 *
 * <p>Thread safe, as long as nobody trains the model: a search keeps all that changes to itself. Memory doesn't grow
 * from step to step except by what the decoder's state needs.
 */
public final class BeamSearch {

    private final EncoderDecoder model;
    private final Markers markers;
    private final SearchConfig config;

    public BeamSearch(EncoderDecoder model, Markers markers, SearchConfig config) {
        this.model = model;
        this.markers = markers;
        this.config = config;
    }

    /**
     * Searches for a batch.
     *
     * @param source whose tensors stay as they are
     * @return for each source, in order, between 1 and {@code nBest} hypotheses, best first
     * @throws IllegalStateException if the model's output isn't a number
     * @throws IllegalArgumentException if alignments are wanted that the model doesn't have
     */
    public List<List<Hypothesis>> search(Source source) {
        return search(source, Collections.nCopies(source.lengths().length, Constraint.NONE));
    }

    /**
     * Searches for a batch among targets that are as wanted; see {@link #search(Source)}.
     *
     * @param constraints one for each source
     * @throws IllegalArgumentException if there are more constraints or fewer, or a prefix is longer than its target may be
     */
    public List<List<Hypothesis>> search(Source source, List<Constraint> constraints) {
        var lengths = source.lengths();
        if (lengths.length != constraints.size()) {
            throw new IllegalArgumentException("each source needs one constraint: got " + lengths.length
                    + " sources and " + constraints.size() + " constraints");
        }
        var beams = IntStream.range(0, lengths.length)
                .mapToObj(sentence -> new Beam(config, markers, lengths[sentence], constraints.get(sentence)))
                .toList();
        try (var batch = Scope.constant()) {
            var front = new Front(Succession.start(model, source), beams);
            var exclusion = new Exclusion(markers);
            while (!front.isEmpty()) {
                front = advance(front, exclusion);
            }
        }
        return beams.stream().map(Beam::best).toList();
    }

    /** Searches for a batch that is not in native memory yet; see {@link #search(Source)}. */
    public List<List<Hypothesis>> search(SourceBatch batch) {
        try (var scope = Scope.constant()) {
            return search(Source.of(batch));
        }
    }

    /** Moves every sentence on by one position. */
    private Front advance(Front front, Exclusion exclusion) {
        try (var scope = Scope.constant()) {
            var step = front.state().step(front.tokens());
            var logits = config.rules().renormalized() ? exclusion.from(step.logits(), scope) : step.logits();
            expand(front, possible(front, logits), step.attention());
            var next = front.next(step.next());
            Succession.replace(front.state(), next.state(), scope);
            return next;
        }
    }

    private void expand(Front front, Tensor logits, List<Tensor> layers) {
        var enough = config.width() + 1; // should all others be worse, and one of them the end marker
        var tokens = new LikelyTokens(logits, enough, markers.never());
        var attention = new SourceAttention(layers, config.alignments());
        for (var sentence = 0; sentence < front.beams().size(); sentence++) {
            var beam = front.beams().get(sentence);
            beam.advance(candidates(beam, front.row(sentence, 0), tokens, attention));
        }
    }

    /** The logits (R, V) without the ids that must not follow a hypothesis. */
    private static Tensor possible(Front front, Tensor logits) {
        var columns = Math.toIntExact(logits.size(1));
        var forbidden = front.forbidden()
                .mapToInt(place -> place.row() * columns + place.id())
                .toArray();
        if (forbidden.length == 0) {
            return logits;
        }
        var exclusion = new float[Math.toIntExact(logits.size(0)) * columns];
        Arrays.stream(forbidden).forEach(place -> exclusion[place] = Float.NEGATIVE_INFINITY);
        return logits.add(Tensor.of(exclusion, logits.shape()));
    }

    /** A sentence's candidates: each hypothesis with its likeliest tokens. */
    private List<Partial> candidates(Beam beam, int firstRow, LikelyTokens tokens, SourceAttention attention) {
        var candidates = new ArrayList<Partial>();
        for (var rank = 0; rank < beam.live().size(); rank++) {
            var hypothesis = beam.live().get(rank);
            requireNumbers(tokens.isDefined(firstRow + rank), hypothesis);
            var weights = attention.of(firstRow + rank, beam.sourceLength());
            var certain = beam.certain();
            var next = certain.isPresent()
                    ? List.of(new LikelyTokens.Token(certain.getAsInt(), 0))
                    : tokens.of(firstRow + rank);
            for (var token : next) {
                candidates.add(hypothesis.then(rank, token.id(), token.logProbability(), weights));
            }
        }
        return candidates;
    }

    private static void requireNumbers(boolean defined, Partial hypothesis) {
        if (!defined) {
            throw new NotANumberException("the model's output at target position " + hypothesis.length()
                    + " is not a number: its weights are broken, or its training diverged");
        }
    }
}
