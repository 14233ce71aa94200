package org.dragoman.nmt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.tensor.Torch;
import org.dragoman.nmt.tensor.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

class RecurrentEncoderDecoderTest {

    private static final double TOLERANCE = 1e-5;
    private static final int[] LENGTHS = {3, 5, 2};
    private static final int TARGETS = 8;

    private final Fixture fixture = Fixture.read("recurrent");
    private final Parameters parameters = new Parameters(1);
    private final EncoderDecoder model = RecurrentConfigs.bahdanau(4, 3, 5, 6, 2, 0.5, Tying.NONE)
            .build(new VocabularySizes(List.of(7), TARGETS, false), parameters);
    private Scope scope;

    @BeforeEach
    void loadTheReferenceWeights() {
        parameters.load(fixture.parameters(""), "the fixture");
        scope = Scope.open();
    }

    @AfterEach
    void free() {
        scope.close();
        parameters.close();
    }

    private static Tensor ids(long[] values, long... shape) {
        return Tensor.of(values, shape);
    }

    private Encoded encoded() {
        return model.encode(new Source(List.of(ids(fixture.longs("inputs/source"), 3, 5)), LENGTHS), false);
    }

    private Tensor target() {
        return ids(fixture.longs("inputs/target"), 3, 4);
    }

    private Tensor logits() {
        return encoded().teacherForced(target(), false).linear(model.outputWeight());
    }

    @Test
    void logitsAreThoseOfPyTorchForEachSentenceAlone() {
        var logits = logits();
        assertThat(logits.shape()).containsExactly(3, 4, TARGETS);
        fixture.assertClose(logits.toFloats(), "outputs/logits", TOLERANCE);
    }

    @Test
    void gradientsOfAllParametersAreThoseOfPyTorch() {
        parameters.train();
        try (var recording = Scope.recording()) {
            var cotangent = Tensor.of(fixture.floats("cotangents/logits"), 3, 4, TARGETS);
            logits().mul(cotangent).sum().backward();
            parameters.byName().forEach((name, parameter) -> {
                var gradient = parameter.gradient().orElseThrow();
                fixture.assertClose(gradient.toFloats(), "gradients/" + name, TOLERANCE);
            });
        }
    }

    @Test
    void stepsGiveTheLogitsOfTeacherForcingAndTheAttentionOfPyTorch() {
        var state = encoded().start();
        var logits = new ArrayList<Tensor>();
        var attention = new ArrayList<Tensor>();
        for (var position = 0; position < 4; position++) {
            var step = state.step(target().slice(1, position, position + 1).squeeze(1));
            assertThat(step.attention()).hasSize(1);
            logits.add(step.logits());
            attention.add(step.attention().get(0)); // (3, 1, 1, 5)
            state = step.next();
        }
        assertThat(Tensor.stack(1, logits).toFloats()).containsExactly(logits().toFloats(), within(1e-5f));
        fixture.assertClose(Tensor.concat(2, attention).toFloats(), "outputs/attention", TOLERANCE);
    }

    /** Compares with (f(w + h) - f(w - h)) / 2h at the number of each parameter that matters most. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "decoder.cell.weightInput",
                "decoder.cell.biasHidden",
                "decoder.attention.query.weight",
                "decoder.bridge.weight",
                "encoder.layers.0.backward.weightHidden",
                "sourceEmbedding.weight"
            })
    void gradientsAreTheSlopeOfTheObjective(String name) {
        parameters.train();
        float[] gradient;
        try (var recording = Scope.recording()) {
            objective().backward();
            gradient = parameters.byName().get(name).gradient().orElseThrow().toFloats();
        }
        var place = IntStream.range(0, gradient.length).boxed().max(Comparator.comparing(i -> Math.abs(gradient[i])));
        var change = 1e-2f;
        var rise = objectiveAt(name, place.orElseThrow(), change) - objectiveAt(name, place.orElseThrow(), -change);
        assertThat(rise / (2 * change)).isCloseTo(gradient[place.orElseThrow()], withinPercentage(1));
    }

    private double objectiveAt(String name, int place, float change) {
        var weights = new LinkedHashMap<>(fixture.parameters(""));
        var values = weights.get(name).values().clone();
        values[place] += change;
        weights.put(name, new Weights(weights.get(name).shape(), values));
        parameters.load(weights, "the test");
        return objective().item();
    }

    private Tensor objective() {
        return logits().mul(Tensor.of(fixture.floats("cotangents/logits"), 3, 4, TARGETS))
                .sum();
    }

    @Test
    void idsAtPaddingDoNotMatterAndNeitherDoesMoreOfIt() {
        var source = ids(new long[] {4, 6, 3, 0, 0, 0, 0, 5, 4, 2, 6, 3, 0, 0, 6, 3, 0, 0, 0, 0, 0}, 3, 7);
        var logits = model.encode(new Source(List.of(source), LENGTHS), false)
                .teacherForced(target(), false)
                .linear(model.outputWeight());
        assertThat(logits.toFloats()).containsExactly(logits().toFloats(), within(1e-5f));
    }

    @Test
    void aSentenceIsReadTheSameAloneAndInABatch() {
        var alone = model.encode(new Source(List.of(ids(new long[] {6, 3}, 1, 2)), new int[] {2}), false)
                .teacherForced(target().slice(0, 2, 3), false)
                .linear(model.outputWeight());
        var inBatch = logits().slice(0, 2, 3).reshape(1, 4, TARGETS);
        assertThat(alone.toFloats()).containsExactly(inBatch.toFloats(), within(1e-5f));
    }

    @Test
    void hypothesesOfASentenceAreDecodedAsEachAlone() {
        var twice = encoded().start().select(new int[] {0, 1, 2}, new int[] {0, 0, 1, 1, 2, 2});
        var step = twice.step(Tensor.indices(2, 4, 2, 5, 2, 6));
        assertThat(step.logits().shape()).containsExactly(6, TARGETS);
        assertThat(step.attention().get(0).shape()).containsExactly(3, 1, 2, 5);
        var second = step.next().step(Tensor.indices(3, 3, 7, 1, 1, 4));
        var odd = Tensor.indices(1, 3, 5);
        assertStepsAlone(second, odd, new int[][] {{4, 5, 6}, {3, 1, 4}});
    }

    /** Asserts that these rows of a step are what the sentences give when each has this one hypothesis. */
    private void assertStepsAlone(DecoderState.Step step, Tensor rows, int[][] tokens) {
        var alone = encoded().start().step(Tensor.indices(tokens[0])).next().step(Tensor.indices(tokens[1]));
        assertThat(step.logits().select(rows).toFloats())
                .containsExactly(alone.logits().toFloats(), within(1e-5f));
        assertThat(step.attention().get(0).slice(2, 1, 2).reshape(15).toFloats())
                .containsExactly(alone.attention().get(0).toFloats(), within(1e-5f));
    }

    @Test
    void attentionSumsToOneAndIsExactlyZeroAtPadding() {
        var step = encoded().start().step(Tensor.indices(2, 2, 2));
        var attention = step.attention().get(0);
        assertThat(attention.sum(-1).toFloats()).containsExactly(new float[] {1, 1, 1}, within(1e-6f));
        var weights = attention.toFloats();
        for (var row = 0; row < 3; row++) {
            for (var position = 0; position < 5; position++) {
                assertThat(weights[row * 5 + position] == 0)
                        .as("row %d, position %d", row, position)
                        .isEqualTo(position >= LENGTHS[row]);
            }
        }
    }

    @Test
    void selectReordersHypothesesAndDropsSentences() {
        var first = encoded().start().select(new int[] {0, 1, 2}, new int[] {0, 0, 1, 1, 2, 2});
        var before = first.step(Tensor.indices(2, 4, 2, 5, 2, 6)).next();
        var all = before.step(Tensor.indices(3, 3, 7, 1, 1, 4)); // rows 0 to 5
        var chosen = before.select(new int[] {0, 2}, new int[] {1, 0, 4, 4}); // drops sentence 1
        var some = chosen.step(Tensor.indices(3, 3, 1, 1));
        assertThat(some.logits().toFloats())
                .containsExactly(all.logits().select(Tensor.indices(1, 0, 4, 4)).toFloats(), within(1e-5f));
        var attention = all.attention().get(0).reshape(6, 5).select(Tensor.indices(1, 0, 4, 4));
        assertThat(some.attention().get(0).shape()).containsExactly(2, 1, 2, 5);
        assertThat(some.attention().get(0).toFloats()).containsExactly(attention.toFloats(), within(1e-5f));
    }

    @Test
    void aStateOutlivesItsScopeIfItsTensorsAreKept() {
        DecoderState next;
        try (var step = Scope.open()) {
            next = encoded().start().step(Tensor.indices(2, 2, 2)).next();
            next.tensors().forEach(step::keep);
        }
        var second = next.step(Tensor.indices(4, 6, 0));
        var row = ids(fixture.longs("inputs/target"), 3, 4).slice(1, 1, 2).squeeze(1);
        assertThat(row.toLongs()).containsExactly(4, 6, 0); // the reference's second tokens
        assertThat(second.logits().toFloats())
                .containsExactly(logits().slice(1, 1, 2).reshape(3, TARGETS).toFloats(), within(1e-5f));
    }

    @Test
    void dropoutActsInTrainingOnly() {
        Torch.seed(3);
        var source = new Source(List.of(ids(fixture.longs("inputs/source"), 3, 5)), LENGTHS);
        var first = model.encode(source, true).teacherForced(target(), true).toFloats();
        var second = model.encode(source, true).teacherForced(target(), true).toFloats();
        assertThat(first).isNotEqualTo(second);
    }

    @ParameterizedTest
    @EnumSource(Tying.class)
    void tyingSharesTables(Tying tying) {
        try (var own = new Parameters(1)) {
            var tied = RecurrentConfigs.bahdanau(4, 3, 5, 6, 1, 0, tying)
                    .build(new VocabularySizes(List.of(8), 8, true), own);
            var tables = own.byName().keySet().stream()
                    .filter(name -> name.endsWith("mbedding.weight") || name.equals("output.weight"))
                    .toList();
            assertThat(tables)
                    .containsExactlyInAnyOrderElementsOf(
                            switch (tying) {
                                case NONE ->
                                    List.of("sourceEmbedding.weight", "targetEmbedding.weight", "output.weight");
                                case TARGET -> List.of("sourceEmbedding.weight", "targetEmbedding.weight");
                                case ALL -> List.of("embedding.weight");
                            });
            assertThat(tied.outputWeight().shape()).containsExactly(8, 4);
        }
    }
}
