package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.nmt.model.Codec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class WindowsAheadTest {

    @TempDir
    Path folder;

    private Experiment experiment;
    private Codec codec;

    @BeforeEach
    void read() {
        experiment = Experiment.read(ToyExperiment.write(
                folder,
                ToyExperiment.TRANSFORMER,
                "{\"maximumSteps\": 1}",
                "\"data\": {\"window\": 90}, \"regularization\": {\"bpeDropout\": 0.1},"));
        codec = CodecLearner.learn(experiment);
    }

    private TrainingSet set() {
        var training = experiment.training();
        return new TrainingSet(experiment.train(), codec, training, Survey.of(experiment.train(), codec, training));
    }

    /** Also of windows that nobody expected, as after going back to a checkpoint. */
    @Test
    void windowsAreThoseThatAreReadOnDemand() {
        try (var ahead = new WindowsAhead(set());
                var onDemand = set()) {
            assertThat(ahead.count()).isEqualTo(5); // 400 pairs
            for (var place : new int[][] {{0, 0}, {0, 1}, {0, 2}, {0, 0}, {0, 4}, {1, 0}, {7, 3}}) {
                var window = ahead.window(place[0], place[1]);
                var expected = onDemand.window(place[0], place[1]);
                assertThat(window.origins()).isEqualTo(expected.origins());
                assertThat(window.examples()).usingRecursiveComparison().isEqualTo(expected.examples());
            }
        }
    }

    @Test
    void whatReadingThrowsComesThroughWhenTheWindowIsAskedFor() throws IOException {
        try (var ahead = new WindowsAhead(set())) {
            Files.writeString(folder.resolve("train.tsv"), "no tab here\n");
            assertThatThrownBy(() -> ahead.window(3, 2)).isInstanceOf(CorpusFormatException.class);
        }
    }
}
