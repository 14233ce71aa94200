package org.dragoman.nmt.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.tensor.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Ten sequences of 2 to 6 symbols, to be copied backwards: it needs the attention to move against the reading. */
class RecurrentLearningTest {

    private static final int PADDING = 0;
    private static final int BEGIN = 1;
    private static final int END = 2;
    private static final int VOCABULARY = 12;
    private static final int WIDTH = 7; // six symbols and the end marker
    private static final int STEPS = 150;

    private final Parameters parameters = new Parameters(7);
    private final EncoderDecoder model = RecurrentConfigs.bahdanau(24, 24, 32, 24, 1, 0.1, Tying.ALL)
            .build(new VocabularySizes(List.of(VOCABULARY), VOCABULARY, true), parameters);
    private final Map<String, Tensor> means = zeros();
    private final Map<String, Tensor> variances = zeros();
    private final List<int[]> sources = sequences();
    private final List<int[]> targets =
            sources.stream().map(RecurrentLearningTest::backwards).toList();

    @AfterEach
    void free() {
        parameters.close();
    }

    @Test
    void learnsToCopyTenSequencesBackwards() {
        Torch.seed(1);
        parameters.train();
        for (var step = 1; step <= STEPS; step++) {
            try (var recording = Scope.recording()) {
                loss().backward();
                update(step);
            }
        }
        try (var scope = Scope.open()) {
            var decoded = greedy();
            for (var row = 0; row < targets.size(); row++) {
                assertThat(decoded.get(row)).as("sequence %d", row).startsWith(targets.get(row));
            }
        }
    }

    private static List<int[]> sequences() {
        var random = new Random(11);
        return IntStream.range(0, 10)
                .mapToObj(row -> IntStream.concat(
                                random.ints(2 + random.nextInt(5), END + 1, VOCABULARY), IntStream.of(END))
                        .toArray())
                .toList();
    }

    private static int[] backwards(int... sequence) {
        var symbols = sequence.length - 1;
        return IntStream.rangeClosed(0, symbols)
                .map(i -> i == symbols ? END : sequence[symbols - 1 - i])
                .toArray();
    }

    private Map<String, Tensor> zeros() {
        var zeros = new LinkedHashMap<String, Tensor>();
        parameters
                .weights()
                .forEach((name, weights) ->
                        zeros.put(name, parameters.companion(new float[weights.values().length], weights.shape())));
        return zeros;
    }

    private static Tensor padded(List<int[]> sequences) {
        var ids = new long[sequences.size() * WIDTH];
        for (var i = 0; i < ids.length; i++) {
            var sequence = sequences.get(i / WIDTH);
            ids[i] = i % WIDTH < sequence.length ? sequence[i % WIDTH] : PADDING;
        }
        return Tensor.of(ids, sequences.size(), WIDTH);
    }

    private Encoded encoded(boolean training) {
        var lengths = sources.stream().mapToInt(source -> source.length).toArray();
        return model.encode(new Source(List.of(padded(sources)), lengths), training);
    }

    /** The cross entropy of all positions, padding included for simplicity. */
    private Tensor loss() {
        var begin = Tensor.of(new long[] {BEGIN, BEGIN, BEGIN, BEGIN, BEGIN, BEGIN, BEGIN, BEGIN, BEGIN, BEGIN}, 10, 1);
        var wanted = padded(targets);
        var input = Tensor.concat(1, List.of(begin, wanted.slice(1, 0, WIDTH - 1)));
        var logits = encoded(true).teacherForced(input, true).linear(model.outputWeight());
        return logits.reshape(-1, VOCABULARY)
                .logSoftmax(-1)
                .pick(wanted.reshape(-1))
                .mean(0)
                .scale(-1);
    }

    private void update(int step) {
        var rate = 0.01 * Math.sqrt(1 - Math.pow(0.98, step)) / (1 - Math.pow(0.9, step));
        try (var scope = Scope.constant()) {
            parameters.byName().forEach((name, parameter) -> {
                var gradient = parameter.gradient().orElseThrow();
                parameter.adamInPlace(gradient, means.get(name), variances.get(name), rate, 1, 0.9, 0.98, 1e-9);
                parameter.clearGradient();
            });
        }
    }

    private List<int[]> greedy() {
        var decoded = sources.stream().map(source -> new int[WIDTH]).toList();
        var state = encoded(false).start();
        var tokens = new int[sources.size()];
        Arrays.fill(tokens, BEGIN);
        for (var position = 0; position < WIDTH; position++) {
            var step = state.step(Tensor.indices(tokens));
            var best = step.logits().topK(1).indices().toLongs();
            for (var row = 0; row < tokens.length; row++) {
                tokens[row] = (int) best[row];
                decoded.get(row)[position] = tokens[row];
            }
            state = step.next();
        }
        return decoded;
    }
}
