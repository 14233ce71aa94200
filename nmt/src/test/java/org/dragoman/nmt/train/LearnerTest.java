package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.tensor.Torch;
import org.dragoman.nmt.text.Example;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

class LearnerTest {

    @TempDir
    Path folder;

    @Test
    void theLibrarysWordsForTooLittleMemoryAreUnderstood() {
        try (var scope = Scope.constant()) {
            assertThatThrownBy(() -> Tensor.zeros(1L << 44))
                    .satisfies(error -> assertThat(Torch.isOutOfMemory(error)).isTrue());
            assertThatThrownBy(() -> Tensor.zeros(2, 3).matMul(Tensor.zeros(2, 3)))
                    .satisfies(error -> assertThat(Torch.isOutOfMemory(error)).isFalse());
        }
    }

    /** The attention weights of a million positions among themselves would need terabytes. */
    @ParameterizedTest
    @CsvSource({
        "'', '1000000 positions (batchTokens is 256)'",
        "'\"regularization\": {\"rDrop\": 1},', '2000000 positions (batchTokens is 256, and rDrop doubles each batch)'"
    })
    void tooLargeABatchSaysWhatToLower(String further, String batch) {
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, "{\"maximumSteps\": 1}", further);
        var experiment = Experiment.read(file);
        var source = new int[1_000_000];
        Arrays.fill(source, Vocabulary.END);
        try (var learner = new Learner(experiment, CodecLearner.learn(experiment))) {
            learner.begin();
            assertThatThrownBy(() ->
                            learner.backward(7, List.of(List.of(new Example(new int[][] {source}, new int[] {5})))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("out of native memory in update 7, with a batch of " + batch + ": go on"
                            + " with --resume and a greater limits.parts, now 1, which computes each batch in as many parts; or"
                            + " begin again with a smaller batchTokens (and a greater accumulate, for updates of the same size),"
                            + " maximumLength or model");
        }
    }

    @Test
    void startingAgainForgetsEverything() {
        var file = ToyExperiment.write(
                folder, ToyExperiment.TRANSFORMER, "{\"maximumSteps\": 1}", "\"movingAverage\": 0.9,");
        var experiment = Experiment.read(file);
        var codec = CodecLearner.learn(experiment);
        try (var learner = new Learner(experiment, codec)) {
            var before = everything(learner);
            learner.begin();
            learner.backward(1, List.of(List.of(codec.example(Document.of("a b"), "b a"))));
            learner.apply(1, 0.1);
            assertThat(everything(learner)).isNotEqualTo(before);
            learner.restart();
            assertThat(everything(learner)).isEqualTo(before);
        }
    }

    private static List<String> everything(Learner learner) {
        var checkpoint = learner.checkpoint(Progress.START);
        return Stream.of(checkpoint.weights(), checkpoint.average(), checkpoint.moments())
                .flatMap(tensors -> tensors.entrySet().stream())
                .map(entry -> entry.getKey() + Arrays.toString(entry.getValue().toFloats()))
                .toList();
    }
}
