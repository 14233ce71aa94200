package org.dragoman.nmt.search;

import org.dragoman.nmt.model.DecoderState;
import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model makes of targets that are given: their probabilities and, on request, their alignments to the source.
 *
 * <p>Targets are ids without start and end marker; the end marker is added to each and scored with it. An id that a search would
 * never generate is scored like any other. Thread safe, as long as nobody trains the model.
 */
public final class ForcedDecoding {

    /** Positions whose probabilities over all tokens are in memory at a time. */
    private static final int CHUNK = 512;

    private static final int BEHIND_END = -1;

    private final EncoderDecoder model;
    private final Markers markers;
    private final SearchConfig config;

    /** @param config of which only the length penalty and the alignments matter */
    public ForcedDecoding(EncoderDecoder model, Markers markers, SearchConfig config) {
        this.model = model;
        this.markers = markers;
        this.config = config;
    }

    /**
     * Scores targets, all positions at once.
     *
     * @param targets as many as the source has rows
     * @return for each target the natural log-probability of each token given the ones before, the end marker's last
     * @throws IllegalArgumentException if the numbers of sources and targets differ
     */
    public List<double[]> logProbabilities(Source source, List<int[]> targets) {
        requirePairs(source, targets);
        if (targets.isEmpty()) {
            return List.of();
        }
        var inputs = targets.stream().map(this::afterStart).toList();
        var outputs = targets.stream().map(this::withEnd).toList();
        try (var batch = Scope.constant()) {
            var hidden = model.encode(source, false).teacherForced(padded(inputs), false); // (B, T, D)
            var places = places(inputs, Math.toIntExact(hidden.size(1)));
            var ids = outputs.stream().flatMapToInt(Arrays::stream).toArray();
            return split(pick(hidden.reshape(-1, hidden.size(2)), places, ids), outputs);
        }
    }

    /** The places of real positions in a batch that is {@code width} wide. */
    private static int[] places(List<int[]> sequences, int width) {
        return IntStream.range(0, sequences.size())
                .flatMap(row -> IntStream.range(0, sequences.get(row).length).map(column -> row * width + column))
                .toArray();
    }

    /** The log-probability of one id at each of these places; hidden (B * T, D). */
    private double[] pick(Tensor hidden, int[] places, int[] ids) {
        var picked = new double[ids.length];
        for (var from = 0; from < ids.length; from += CHUNK) {
            var to = Math.min(from + CHUNK, ids.length);
            try (var chunk = Scope.constant()) {
                var rows = hidden.rows(Tensor.indices(Arrays.copyOfRange(places, from, to)));
                var logProbabilities = model.logits(rows).logSoftmax(-1); // (to - from, V)
                var values = logProbabilities.pick(Tensor.indices(Arrays.copyOfRange(ids, from, to)));
                copy(values.toFloats(), picked, from);
            }
        }
        return picked;
    }

    private static void copy(float[] values, double[] target, int from) {
        for (var i = 0; i < values.length; i++) {
            target[from + i] = values[i];
        }
    }

    private static List<double[]> split(double[] values, List<int[]> like) {
        var parts = new ArrayList<double[]>();
        var from = 0;
        for (var ids : like) {
            parts.add(Arrays.copyOfRange(values, from, from + ids.length));
            from += ids.length;
        }
        return parts;
    }

    /**
     * Walks along targets step by step, as a search does that is told what to choose.
     *
     * @param targets as many as the source has rows
     * @return for each target its hypothesis, with its alignment if the configuration asks for it
     * @throws IllegalArgumentException if the numbers of sources and targets differ, or alignments are wanted that the model
     *     doesn't have
     */
    public List<Hypothesis> follow(Source source, List<int[]> targets) {
        requirePairs(source, targets);
        var outputs = targets.stream().map(this::withEnd).toList();
        var reached = new ArrayList<>(Collections.nCopies(outputs.size(), Partial.start(markers.start())));
        var longest = outputs.stream().mapToInt(ids -> ids.length).max().orElse(0);
        try (var batch = Scope.constant()) {
            var state = Succession.start(model, source);
            for (var position = 0; position < longest; position++) {
                state = advance(state, source.lengths(), idsAt(position, outputs), reached);
            }
        }
        return reached.stream()
                .map(partial -> partial.toHypothesis(true, config.lengthPenalty()))
                .toList();
    }

    /** The ids at a position, {@link #BEHIND_END} where a target is shorter. */
    private static int[] idsAt(int position, List<int[]> outputs) {
        return outputs.stream()
                .mapToInt(ids -> position < ids.length ? ids[position] : BEHIND_END)
                .toArray();
    }

    private DecoderState advance(DecoderState state, int[] sourceLengths, int[] ids, List<Partial> reached) {
        try (var scope = Scope.constant()) {
            var step = state.step(
                    Tensor.indices(reached.stream().mapToInt(Partial::token).toArray()));
            var picks = Arrays.stream(ids).map(id -> Math.max(0, id)).toArray();
            var logProbabilities =
                    step.logits().logSoftmax(-1).pick(Tensor.indices(picks)).toFloats();
            var attention = new SourceAttention(step.attention(), config.alignments());
            for (var row = 0; row < ids.length; row++) {
                if (ids[row] != BEHIND_END) {
                    var weights = attention.of(row, sourceLengths[row]);
                    reached.set(row, reached.get(row).then(0, ids[row], logProbabilities[row], weights));
                }
            }
            Succession.replace(state, step.next(), scope);
            return step.next();
        }
    }

    private int[] afterStart(int[] target) {
        return IntStream.concat(IntStream.of(markers.start()), Arrays.stream(target))
                .toArray();
    }

    private int[] withEnd(int[] target) {
        return IntStream.concat(Arrays.stream(target), IntStream.of(markers.end()))
                .toArray();
    }

    /** Sequences filled up with 0, which nobody reads: out (B, longest). */
    private static Tensor padded(List<int[]> sequences) {
        var width = sequences.stream().mapToInt(ids -> ids.length).max().orElse(0);
        var values = new long[sequences.size() * width];
        for (var row = 0; row < sequences.size(); row++) {
            for (var column = 0; column < sequences.get(row).length; column++) {
                values[row * width + column] = sequences.get(row)[column];
            }
        }
        return Tensor.of(values, sequences.size(), width);
    }

    static void requirePairs(Source source, List<int[]> targets) {
        if (source.lengths().length != targets.size()) {
            throw new IllegalArgumentException("each source needs one target: got " + source.lengths().length
                    + " sources and " + targets.size() + " targets");
        }
    }
}
