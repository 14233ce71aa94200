package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.model.VocabularySizes;
import org.dragoman.nmt.tensor.NativeArrays;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.tensor.Torch;
import org.dragoman.nmt.text.Batch;
import org.dragoman.nmt.text.Example;
import org.dragoman.nmt.text.Vocabulary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Ten sequences of 2 to 6 symbols, to be copied; with the loss, the optimiser and the schedule of real training. */
class TransformerLearningTest {

    private static final int FIRST = 4; // after the special numbers
    private static final int VOCABULARY = 14;
    private static final int STEPS = 200;

    private final Parameters parameters = new Parameters(7);
    private final List<int[]> sequences = sequences();
    private final Batch batch =
            Batch.of(sequences.stream().map(TransformerLearningTest::copy).toList());
    private int threads;

    @BeforeEach
    void useOneThread() {
        threads = Torch.threads();
        Torch.threads(1);
    }

    @AfterEach
    void free() {
        Torch.threads(threads);
        parameters.close();
    }

    private static List<int[]> sequences() {
        var random = new Random(11);
        return IntStream.range(0, 10)
                .mapToObj(row ->
                        random.ints(2 + random.nextInt(5), FIRST, VOCABULARY).toArray())
                .toList();
    }

    private static Example copy(int... sequence) {
        var source = IntStream.concat(Arrays.stream(sequence), IntStream.of(Vocabulary.END))
                .toArray();
        return new Example(new int[][] {source}, sequence);
    }

    private EncoderDecoder model(boolean normFirst, Activation activation) {
        return new TransformerConfig(
                        32, 4, 64, 1, 1, 0.1, 0, normFirst, activation, Positions.INTERLEAVED, true, 1e-5, Tying.ALL)
                .build(new VocabularySizes(List.of(VOCABULARY), VOCABULARY, true), parameters);
    }

    @ParameterizedTest
    @CsvSource({"true, RELU", "false, GELU"})
    void learnsToCopyTenSequences(boolean normFirst, Activation activation) {
        var model = model(normFirst, activation);
        train(model);
        try (var scope = Scope.open()) {
            var loss = new BatchLoss(0).of(model, batch, false);
            assertThat(loss.crossEntropy() / loss.tokens()).isLessThan(0.05);
            assertThat(greedy(model)).containsExactlyElementsOf(sequences);
        }
    }

    private void train(EncoderDecoder model) {
        parameters.train();
        var adam = new Optimizer(OptimizerConfig.Adam.DEFAULT, Clipping.DEFAULT, parameters);
        var schedule = new Schedule.InverseSquareRoot(0.004, 30);
        var arrays = NativeArrays.beside(model.outputWeight());
        for (var step = 1; step <= STEPS; step++) {
            Torch.seed(step);
            try (var scope = Scope.recording()) {
                new BatchLoss(0).of(model, batch, true).objective().backward();
                adam.update(step, schedule.rate(step));
            }
        }
        assertThat(NativeArrays.beside(model.outputWeight())).isEqualTo(arrays);
    }

    /** The most likely next symbol, again and again; what comes before the end marker. */
    private List<int[]> greedy(EncoderDecoder model) {
        var decoded = new int[sequences.size()][batch.targetWidth()];
        var state = model.encode(Source.of(batch.sources()), false).start();
        var tokens = new int[sequences.size()];
        Arrays.fill(tokens, Vocabulary.START);
        for (var position = 0; position < batch.targetWidth(); position++) {
            var step = state.step(Tensor.indices(tokens));
            var best = step.logits().topK(1).indices().toLongs();
            for (var row = 0; row < tokens.length; row++) {
                tokens[row] = (int) best[row];
                decoded[row][position] = tokens[row];
            }
            state = step.next();
        }
        return Arrays.stream(decoded)
                .map(row ->
                        Arrays.stream(row).takeWhile(id -> id != Vocabulary.END).toArray())
                .toList();
    }
}
