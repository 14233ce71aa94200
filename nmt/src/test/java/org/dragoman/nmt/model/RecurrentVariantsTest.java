package org.dragoman.nmt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What holds for every recurrent encoder-decoder that can be configured. */
class RecurrentVariantsTest {

    private static final int[] LENGTHS = {3, 5, 2};
    private static final int VOCABULARY = 9;
    private static final long[] SOURCE = {4, 6, 3, 0, 0, 5, 4, 2, 6, 3, 6, 3, 0, 0, 0};
    private static final long[] TARGET = {2, 4, 7, 5, 2, 6, 1, 4, 2, 8, 3, 7};

    static Stream<String> variants() {
        var settings = new ArrayList<String>();
        for (var cell : List.of("elman", "elman-sigmoid", "lstm", "gru")) {
            for (var order : List.of("attend-first", "step-first")) {
                settings.add("\"cell\": \"%s\", \"order\": \"%s\"".formatted(cell, order));
            }
        }
        for (var attention : List.of(
                "\"none\"",
                "\"additive\"",
                "{\"type\": \"additive\", \"coverage\": true}",
                "\"concat\"",
                "\"general\"",
                "{\"type\": \"dot\", \"window\": {\"type\": \"local-m\", \"reach\": 1}}",
                "{\"type\": \"scaled-dot\", \"heads\": 3}",
                "{\"type\": \"cosine\", \"window\": {\"type\": \"local-p\", \"reach\": 2}}",
                "{\"type\": \"location\", \"maximumLength\": 9}")) {
            for (var rest :
                    List.of("", ", \"order\": \"step-first\"", ", \"order\": \"step-first\", \"inputFeeding\": true")) {
                settings.add("\"attention\": " + attention + rest);
            }
        }
        for (var bridge : List.of("last", "mean", "zero", "copy")) {
            settings.add("\"cell\": \"lstm\", \"encoderLayers\": 2, \"decoderLayers\": 2, \"bridge\": \"%s\""
                    .formatted(bridge));
        }
        settings.add("\"cell\": \"lstm\", \"layerNorm\": true, \"order\": \"step-first\"");
        settings.add("\"bidirectional\": false, \"encoderSize\": 6, \"bridge\": \"copy\", \"order\": \"step-first\"");
        return settings.stream();
    }

    private static RecurrentConfig config(String settings) {
        var sizes = settings.contains("encoderSize") ? "" : ", \"encoderSize\": 3";
        var json = "{\"model\": {\"type\": \"recurrent\", \"embeddingSize\": 4, \"decoderSize\": 6" + sizes + ", "
                + settings + "}}";
        return (RecurrentConfig) Settings.parse("test", json)
                .build(all -> all.kind("model", ModelConfig.KINDS).required());
    }

    private static EncoderDecoder model(String settings, Parameters parameters) {
        return config(settings).build(new VocabularySizes(List.of(VOCABULARY), VOCABULARY, false), parameters);
    }

    private static Encoded encoded(EncoderDecoder model) {
        return model.encode(new Source(List.of(Tensor.of(SOURCE, 3, 5)), LENGTHS), false);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void stepsGiveWhatTeacherForcingGives(String settings) {
        try (var parameters = new Parameters(5);
                var scope = Scope.open()) {
            var model = model(settings, parameters);
            var target = Tensor.of(TARGET, 3, 4);
            var expected = encoded(model).teacherForced(target, false).linear(model.outputWeight());
            var logits = new ArrayList<Tensor>();
            var state = encoded(model).start();
            for (var position = 0; position < 4; position++) {
                var step = state.step(target.slice(1, position, position + 1).squeeze(1));
                logits.add(step.logits());
                assertThat(step.attention()).hasSize(settings.contains("none") ? 0 : 1);
                state = step.next();
            }
            assertThat(Tensor.stack(1, logits).toFloats()).containsExactly(expected.toFloats(), within(1e-5f));
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void hypothesesCanBeReorderedAndSentencesDropped(String settings) {
        try (var parameters = new Parameters(5);
                var scope = Scope.open()) {
            var model = model(settings, parameters);
            var twice = encoded(model).start().select(new int[] {0, 1, 2}, new int[] {0, 0, 1, 1, 2, 2});
            var first = twice.step(Tensor.indices(2, 4, 2, 5, 2, 6)).next();
            var all = first.step(Tensor.indices(3, 3, 7, 1, 1, 4));
            var some = first.select(new int[] {0, 2}, new int[] {1, 0, 4, 4}).step(Tensor.indices(3, 3, 1, 1));
            assertThat(some.logits().toFloats())
                    .containsExactly(
                            all.logits().select(Tensor.indices(1, 0, 4, 4)).toFloats(), within(1e-5f));
            assertThat(some.next().tensors()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void eachSentenceIsTranslatedInABatchAsAlone(String settings) {
        try (var parameters = new Parameters(5);
                var scope = Scope.open()) {
            var model = model(settings, parameters);
            var inBatch = encoded(model).teacherForced(Tensor.of(TARGET, 3, 4), false);
            var source = new Source(List.of(Tensor.of(new long[] {6, 3}, 1, 2)), new int[] {2});
            var alone = model.encode(source, false).teacherForced(Tensor.of(new long[] {2, 8, 3, 7}, 1, 4), false);
            assertThat(inBatch.slice(0, 2, 3).reshape(-1).toFloats()).containsExactly(alone.toFloats(), within(1e-5f));
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyParameterTakesPart(String settings) {
        try (var parameters = new Parameters(5);
                var scope = Scope.recording()) {
            var model = model(settings, parameters);
            parameters.train();
            var hidden = encoded(model).teacherForced(Tensor.of(TARGET, 3, 4), true);
            var cotangent = Tensor.of(Initializer.normal(1).values(3, 3, 4, VOCABULARY), 3, 4, VOCABULARY);
            hidden.linear(model.outputWeight()).mul(cotangent).sum().backward();
            parameters
                    .byName()
                    .forEach((name, tensor) -> assertThat(tensor.gradient())
                            .as(name)
                            .hasValueSatisfying(gradient ->
                                    assertThat(gradient.square().sum().item()).isPositive()));
        }
    }
}
