package org.dragoman.nmt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.tensor.NativeArrays;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.tensor.Torch;
import org.dragoman.nmt.tensor.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What holds for any weights; that the equations are right is shown against PyTorch in TransformerReferenceTest. */
class TransformerTest {

    private static final Offset<Float> CLOSE = within(1e-5f);
    private static final int SIZE = 8;
    private static final int VOCABULARY = 11;
    private static final int PADDING = 0;
    private static final int START = 2;
    private static final int[] LENGTHS = {3, 5, 2};
    private static final long[] SOURCE = {4, 6, 3, 0, 0, 5, 4, 7, 6, 3, 8, 3, 0, 0, 0}; // (3, 5)
    private static final long[] TARGET = {2, 4, 5, 9, 2, 10, 7, 4, 2, 6, 4, 8}; // (3, 4)

    private final Parameters parameters = new Parameters(3);
    private final EncoderDecoder model = build(config(true, 0, 0), parameters);
    private Scope scope;

    @BeforeEach
    void open() {
        scope = Scope.open();
    }

    @AfterEach
    void free() {
        scope.close();
        parameters.close();
    }

    private static TransformerConfig config(boolean normFirst, double dropout, double attentionDropout) {
        return config(normFirst, dropout, attentionDropout, Tying.ALL, Positions.INTERLEAVED);
    }

    private static TransformerConfig config(
            boolean normFirst, double dropout, double attentionDropout, Tying tying, Positions positions) {
        return new TransformerConfig(
                SIZE, 2, 12, 2, 2, dropout, attentionDropout, normFirst, Activation.RELU, positions, true, 1e-5, tying);
    }

    private static EncoderDecoder build(TransformerConfig config, Parameters parameters) {
        return config.build(new VocabularySizes(List.of(VOCABULARY), VOCABULARY, true), parameters);
    }

    private static Source source() {
        return new Source(List.of(Tensor.of(SOURCE, 3, 5)), LENGTHS);
    }

    private static Tensor target() {
        return Tensor.of(TARGET, 3, 4);
    }

    /** One column of the target: (3). */
    private static Tensor targetAt(int position) {
        return target().slice(1, position, position + 1).squeeze(1);
    }

    private static Tensor logits(EncoderDecoder model, Source source, Tensor target) {
        return model.encode(source, false).teacherForced(target, false).linear(model.outputWeight());
    }

    private static void assertEqual(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.toFloats()).containsExactly(expected.toFloats(), CLOSE);
    }

    // ---------------------------------------------------------------------------------------------- step by step

    @ParameterizedTest
    @CsvSource({"true, INTERLEAVED", "false, CONCATENATED", "true, TENSOR2TENSOR"})
    void stepsGiveTheLogitsOfTeacherForcing(boolean normFirst, Positions positions) {
        try (var own = new Parameters(5)) {
            var network = build(config(normFirst, 0.3, 0.3, Tying.TARGET, positions), own);
            var state = network.encode(source(), false).start();
            var steps = new ArrayList<Tensor>();
            for (var position = 0; position < 4; position++) {
                var step = state.step(targetAt(position));
                steps.add(step.logits());
                state = step.next();
            }
            assertEqual(Tensor.stack(1, steps), logits(network, source(), target()));
        }
    }

    @Test
    void hypothesesOfASentenceAreDecodedAsEachAlone() {
        var two = model.encode(source(), false).start().select(new int[] {0, 1, 2}, new int[] {0, 0, 1, 1, 2, 2});
        var first = two.step(Tensor.indices(2, 4, 2, 5, 2, 6));
        assertThat(first.logits().shape()).containsExactly(6, VOCABULARY);
        assertThat(first.attention()).hasSize(2);
        assertThat(first.attention().get(0).shape()).containsExactly(3, 2, 2, 5);
        var second = first.next().step(Tensor.indices(3, 3, 7, 1, 1, 4));

        var alone = model.encode(source(), false)
                .start()
                .step(Tensor.indices(4, 5, 6))
                .next()
                .step(Tensor.indices(3, 1, 4));
        assertEqual(second.logits().select(Tensor.indices(1, 3, 5)), alone.logits());
        for (var layer = 0; layer < 2; layer++) {
            assertEqual(
                    second.attention().get(layer).slice(2, 1, 2),
                    alone.attention().get(layer));
        }
    }

    @Test
    void selectReordersHypothesesAndDropsSentences() {
        var before = model.encode(source(), false)
                .start()
                .select(new int[] {0, 1, 2}, new int[] {0, 0, 1, 1, 2, 2})
                .step(Tensor.indices(2, 4, 2, 5, 2, 6))
                .next();
        var all = before.step(Tensor.indices(3, 3, 7, 1, 1, 4)); // rows 0 to 5
        var chosen = before.select(new int[] {0, 2}, new int[] {1, 0, 4, 4}); // drops sentence 1
        var some = chosen.step(Tensor.indices(3, 3, 1, 1));
        assertEqual(some.logits(), all.logits().select(Tensor.indices(1, 0, 4, 4)));
        assertThat(some.attention().get(0).shape()).containsExactly(2, 2, 2, 5);
    }

    @Test
    void selectLeavesTheStateThatItWasAskedOf() {
        var start = model.encode(source(), false).start();
        var before = start.step(targetAt(0)).next();
        var expected = before.step(targetAt(1)).logits();
        before.select(new int[] {1}, new int[] {1, 1, 1});
        assertEqual(before.step(targetAt(1)).logits(), expected);
    }

    @Test
    void aStateOutlivesItsScopeIfItsTensorsAreKept() {
        DecoderState next;
        try (var step = Scope.open()) {
            next = model.encode(source(), false).start().step(targetAt(0)).next();
            next.tensors().forEach(step::keep);
        }
        var expected = logits(model, source(), target()).slice(1, 1, 2).squeeze(1);
        assertEqual(next.step(targetAt(1)).logits(), expected);
    }

    // ---------------------------------------------------------------------------------------------- padding, batches

    @Test
    void idsAtPaddingDoNotMatterAndNeitherDoesMoreOfIt() {
        var wide = new long[] {4, 6, 3, 9, 9, 1, 0, 5, 4, 7, 6, 3, 8, 8, 8, 3, 0, 0, 0, 0, 5};
        var source = new Source(List.of(Tensor.of(wide, 3, 7)), LENGTHS);
        assertEqual(logits(model, source, target()), logits(model, source(), target()));
    }

    @Test
    void whatFollowsInTheTargetDoesNotMatter() {
        var changed = TARGET.clone();
        changed[2] = 1; // row 0, position 2
        var before = logits(model, source(), target());
        var after = logits(model, source(), Tensor.of(changed, 3, 4));
        assertEqual(after.slice(1, 0, 2), before.slice(1, 0, 2));
        assertThat(after.slice(0, 0, 1).slice(1, 2, 3).toFloats())
                .isNotEqualTo(before.slice(0, 0, 1).slice(1, 2, 3).toFloats());
    }

    @Test
    void aSentenceIsTranslatedTheSameAloneAndInABatch() {
        var inBatch = logits(model, source(), target());
        for (var row = 0; row < 3; row++) {
            var ids = Arrays.copyOfRange(SOURCE, 5 * row, 5 * row + LENGTHS[row]);
            var alone = new Source(List.of(Tensor.of(ids, 1, LENGTHS[row])), new int[] {LENGTHS[row]});
            assertEqual(logits(model, alone, target().slice(0, row, row + 1)), inBatch.slice(0, row, row + 1));
        }
    }

    @Test
    void theOrderOfASourceMatters() {
        var swapped = SOURCE.clone();
        swapped[0] = SOURCE[1];
        swapped[1] = SOURCE[0];
        var other = logits(model, new Source(List.of(Tensor.of(swapped, 3, 5)), LENGTHS), target());
        assertThat(other.slice(0, 0, 1).toFloats())
                .isNotEqualTo(logits(model, source(), target()).slice(0, 0, 1).toFloats());
        assertEqual(other.slice(0, 1, 3), logits(model, source(), target()).slice(0, 1, 3));
    }

    @Test
    void attentionSumsToOneAndIsExactlyZeroAtPadding() {
        for (var attention :
                model.encode(source(), false).start().step(targetAt(0)).attention()) {
            assertThat(attention.shape()).containsExactly(3, 2, 1, 5);
            assertThat(attention.sum(-1).toFloats()).containsExactly(new float[] {1, 1, 1, 1, 1, 1}, within(1e-6f));
            var weights = attention.toFloats();
            for (var i = 0; i < weights.length; i++) {
                var row = i / 10;
                assertThat(weights[i] == 0).as("row %d, place %d", row, i % 5).isEqualTo(i % 5 >= LENGTHS[row]);
            }
        }
    }

    // ---------------------------------------------------------------------------------------------- dropout

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0, 0.5"})
    void dropoutActsInTrainingOnly(double dropout, double attentionDropout) {
        Torch.seed(3);
        try (var own = new Parameters(3)) { // the seed of the model without dropout
            var dropping = build(config(true, dropout, attentionDropout), own);
            assertEqual(logits(dropping, source(), target()), logits(model, source(), target()));
            assertThat(inTraining(dropping)).isNotEqualTo(inTraining(dropping));
        }
        assertThat(inTraining(model)).isEqualTo(inTraining(model));
    }

    private static float[] inTraining(EncoderDecoder network) {
        return network.encode(source(), true).teacherForced(target(), true).toFloats();
    }

    @Test
    void theEncoderDropsOutToo() {
        Torch.seed(4);
        try (var own = new Parameters(3)) {
            var dropping = build(config(true, 0.5, 0), own);
            var first = dropping.encode(source(), true)
                    .teacherForced(target(), false)
                    .toFloats();
            assertThat(dropping.encode(source(), true)
                            .teacherForced(target(), false)
                            .toFloats())
                    .isNotEqualTo(first);
        }
    }

    // ---------------------------------------------------------------------------------------------- factors, tables

    /** With the same tag everywhere, its vector could as well be added to every row of the table of pieces. */
    @Test
    void theEmbeddingsOfSourceFactorsAreSummed() {
        var sizes = new VocabularySizes(List.of(VOCABULARY, 4), VOCABULARY, true);
        var config = config(true, 0, 0, Tying.NONE, Positions.INTERLEAVED);
        try (var two = new Parameters(7);
                var one = new Parameters(8)) {
            var withTags = config.build(sizes, two);
            var without = build(config, one);
            var weights = two.weights();
            var tags = weights.remove("factors.1.weight");
            weights.put("sourceEmbedding.weight", plusRow(weights.get("sourceEmbedding.weight"), tags, 3));
            one.load(weights, "test");

            var tag = new long[SOURCE.length];
            Arrays.fill(tag, 3);
            var tagged = new Source(List.of(Tensor.of(SOURCE, 3, 5), Tensor.of(tag, 3, 5)), LENGTHS);
            assertEqual(logits(withTags, tagged, target()), logits(without, source(), target()));
        }
    }

    private static Weights plusRow(Weights table, Weights rows, int row) {
        var sum = table.values().clone();
        for (var i = 0; i < sum.length; i++) {
            sum[i] += rows.values()[row * SIZE + i % SIZE];
        }
        return new Weights(table.shape(), sum);
    }

    @Test
    void refusesAnotherNumberOfFactors() {
        var two = new Source(List.of(Tensor.of(SOURCE, 3, 5), Tensor.of(SOURCE, 3, 5)), LENGTHS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.encode(two, false))
                .withMessage("the model reads 1 source factors, got 2");
    }

    /**
     * A layer of the encoder has 532 numbers: self-attention 24 * 8 + 24 and 8 * 8 + 8, feed-forward 12 * 8 + 12 and 8 * 12 + 8,
     * two norms of 16. One of the decoder has 836: attention to the source 8 * 8 + 8, 16 * 8 + 16 and 8 * 8 + 8, and a third
     * norm. Two of each and two last norms are 2,768; a table has 11 * 8 = 88.
     */
    @ParameterizedTest
    @CsvSource({
        "NONE, true, sourceEmbedding targetEmbedding output, 3032",
        "TARGET, true, sourceEmbedding targetEmbedding, 2944",
        "ALL, true, embedding, 2856",
        "ALL, false, embedding, 2824"
    })
    void tyingAndNormsSayWhichParametersThereAre(Tying tying, boolean normFirst, String tables, int count) {
        try (var own = new Parameters(1)) {
            var network = build(config(normFirst, 0, 0, tying, Positions.INTERLEAVED), own);
            var names = new TreeSet<>(own.byName().keySet());
            names.removeIf(name -> name.contains(".layers."));
            var expected = new TreeSet<>(Arrays.stream(tables.split(" "))
                    .map(table -> table + ".weight")
                    .toList());
            if (normFirst) {
                expected.addAll(Set.of("encoder.norm.weight", "encoder.norm.bias"));
                expected.addAll(Set.of("decoder.norm.weight", "decoder.norm.bias"));
            }
            assertThat(names).isEqualTo(expected);
            assertThat(own.count()).isEqualTo(count);
            assertThat(network.outputWeight().shape()).containsExactly(VOCABULARY, SIZE);
        }
    }

    @Test
    void oneTableForAllNeedsOneVocabulary() {
        try (var own = new Parameters(1)) {
            var sizes = new VocabularySizes(List.of(VOCABULARY), VOCABULARY, false);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> config(true, 0, 0).build(sizes, own))
                    .withMessage(
                            "tying all embeddings needs one vocabulary for source and target: share the vocabulary or "
                                    + "tie the target's embeddings only");
        }
    }

    /** The start marker's row of a table that the target has alone: its gradient comes by the logits or by the input. */
    @ParameterizedTest
    @CsvSource({"NONE, false", "TARGET, true"})
    void aTiedTableLearnsFromBothItsUses(Tying tying, boolean learnsAsOutput) {
        try (var own = new Parameters(1)) {
            var network = build(config(true, 0, 0, tying, Positions.INTERLEAVED), own);
            own.train();
            try (var recording = Scope.recording()) {
                logits(network, source(), target())
                        .slice(2, PADDING, PADDING + 1)
                        .sum()
                        .backward();
                var gradient =
                        own.byName().get("targetEmbedding.weight").gradient().orElseThrow();
                var ofPadding = gradient.slice(0, PADDING, PADDING + 1).norm().item(); // an id that no target has
                assertThat(ofPadding > 0).isEqualTo(learnsAsOutput);
                assertThat(gradient.slice(0, START, START + 1).norm().item()).isPositive();
            }
        }
    }

    // ---------------------------------------------------------------------------------------------- memory

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStepLeavesNothingToTheParameters(boolean training) {
        parameters.train();
        var before = NativeArrays.beside(model.outputWeight());
        try (var step = training ? Scope.recording() : Scope.constant()) {
            var hidden = model.encode(source(), training).teacherForced(target(), training);
            if (training) {
                hidden.linear(model.outputWeight()).sum().backward();
                parameters.byName().values().forEach(Tensor::clearGradient);
            }
            model.encode(source(), false).start().step(targetAt(0)).next().select(new int[] {1}, new int[] {1});
        }
        assertThat(NativeArrays.beside(model.outputWeight())).isEqualTo(before);
    }

    @Test
    void aModelLoadsTheWeightsOfAnother() {
        try (var own = new Parameters(99)) {
            var other = build(config(true, 0, 0), own);
            own.load(parameters.weights(), "test");
            assertThat(logits(other, source(), target()).toFloats())
                    .isEqualTo(logits(model, source(), target()).toFloats());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> own.load(Map.of(), "empty.safetensors"))
                    .withMessageStartingWith("empty.safetensors does not fit the model's configuration: "
                            + "'decoder.layers.0.crossAttention.keyValue.bias' is missing; ");
        }
    }
}
