package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.text.Example;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class BatchGradientTest {

    private static final String WITHOUT_DROPOUT = """
            {"type": "transformer", "size": 16, "heads": 2, "feedForwardSize": 32, "encoderLayers": 1,
             "decoderLayers": 1, "dropout": 0}""";
    private static final String WITH_DROPOUT = WITHOUT_DROPOUT.replace("\"dropout\": 0", "\"dropout\": 0.3");
    private static final String LIMITS = "{\"maximumSteps\": 1}";

    @TempDir
    Path folder;

    private List<Example> examples;

    @BeforeEach
    void read() {
        var experiment = Experiment.read(ToyExperiment.write(folder, WITHOUT_DROPOUT, LIMITS));
        var codec = CodecLearner.learn(experiment);
        examples = new PairPolicy(experiment.train().get(0), codec, experiment.training()).read();
    }

    /** The gradient of some batches, and the loss with it. */
    private Result gradient(String model, String further, List<List<Example>> batches) {
        var experiment = Experiment.read(ToyExperiment.write(folder, model, LIMITS, further));
        try (var network = TranslationModel.untrained(experiment.modelSettings(), CodecLearner.learn(experiment), 1);
                var scope = Scope.constant()) {
            var parameters = network.network().parameters();
            parameters.train();
            var loss = new BatchGradient(experiment.training(), network.network()).backward(1, batches);
            var gradients = new LinkedHashMap<String, float[]>();
            parameters.byName().forEach((name, tensor) -> {
                gradients.put(name, tensor.gradient().orElseThrow().toFloats());
                tensor.clearGradient();
            });
            return new Result(loss, gradients);
        }
    }

    private record Result(BatchGradient.Loss loss, Map<String, float[]> gradients) {
        void assertIs(Result expected, float tolerance) {
            assertThat(loss.value()).isCloseTo(expected.loss.value(), within(1e-5));
            assertThat(loss.crossEntropy()).isCloseTo(expected.loss.crossEntropy(), within(1e-5));
            expected.gradients.forEach((name, values) ->
                    assertThat(gradients.get(name)).as(name).containsExactly(values, within(tolerance)));
        }
    }

    /** 20 sentences at once, or 3, 12 and 5 of them: what counts is the token and not the batch. */
    @Test
    void theGradientOfSeveralBatchesIsThatOfOneBigOne() {
        var one = gradient(WITHOUT_DROPOUT, "", List.of(examples.subList(0, 20)));
        var parts = List.of(examples.subList(0, 3), examples.subList(3, 15), examples.subList(15, 20));
        var several = gradient(WITHOUT_DROPOUT, "", parts);
        assertThat(several.loss.targetTokens()).isEqualTo(one.loss.targetTokens());
        several.assertIs(one, 1e-6f);
    }

    /** Without dropout the two passes agree, so the divergence is 0, and half of twice the loss is the loss. */
    @Test
    void withoutDropoutTwoPassesAreOne() {
        var batch = List.of(examples.subList(0, 20));
        gradient(WITHOUT_DROPOUT, "\"regularization\": {\"rDrop\": 5},", batch)
                .assertIs(gradient(WITHOUT_DROPOUT, "", batch), 1e-6f);
    }

    /** The passes, and so their cross entropies, are the same whatever the weight, which only the rest is in proportion to. */
    @Test
    void theDivergenceOfTwoPassesCountsByItsWeight() {
        var batch = List.of(examples.subList(0, 20));
        var one = gradient(WITH_DROPOUT, "\"labelSmoothing\": 0, \"regularization\": {\"rDrop\": 1},", batch).loss;
        var five = gradient(WITH_DROPOUT, "\"labelSmoothing\": 0, \"regularization\": {\"rDrop\": 5},", batch).loss;
        assertThat(five.crossEntropy()).isEqualTo(one.crossEntropy());
        assertThat(one.value() - one.crossEntropy()).isGreaterThan(0.001);
        assertThat(five.value() - five.crossEntropy()).isCloseTo(5 * (one.value() - one.crossEntropy()), within(1e-5));
        assertThat(one.targetTokens())
                .isEqualTo(batch.get(0).stream().mapToInt(Example::targetLength).sum());
    }

    /** Each key on its own does something, and something else than the others. */
    @Test
    void thereIsDropoutOfAllKinds() {
        var batch = List.of(examples.subList(0, 20));
        var losses = new HashSet<Double>();
        losses.add(gradient(WITHOUT_DROPOUT, "", batch).loss.value());
        for (var key : List.of("attentionDropout", "embeddingDropout", "feedForwardDropout")) {
            var model = WITHOUT_DROPOUT.replace("\"dropout\": 0", "\"dropout\": 0, \"" + key + "\": 0.3");
            losses.add(gradient(model, "", batch).loss.value());
        }
        var ofSubLayers = WITHOUT_DROPOUT.replace("\"dropout\": 0", "\"dropout\": 0.3, \"embeddingDropout\": 0");
        losses.add(gradient(ofSubLayers, "", batch).loss.value());
        losses.add(gradient(WITH_DROPOUT, "", batch).loss.value());
        assertThat(losses).hasSize(6);
    }

    @Test
    void chanceDependsOnSeedAndStepAlone() {
        var batch = List.of(examples.subList(0, 20));
        var further = "\"regularization\": {\"sourceWordDropout\": 0.2, \"targetWordDropout\": 0.2},";
        var first = gradient(WITH_DROPOUT, further, batch);
        first.assertIs(gradient(WITH_DROPOUT, further, batch), 0);
        assertThat(first.loss.value())
                .isNotEqualTo(gradient(WITH_DROPOUT, "\"regularization\": {\"targetWordDropout\": 0.2},", batch)
                        .loss
                        .value());
    }
}
