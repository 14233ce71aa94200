package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ExperimentTest {

    private static final String LIMITS = "{\"maximumSteps\": 1}";

    @TempDir
    Path folder;

    @Test
    void eachFileThatIsNotThereIsNamedWithItsKey() throws IOException {
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, LIMITS);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "[{\"tsv\": \"train.tsv\"}]",
                                "[{\"tsv\": \"train.tsv\"}, {\"source\": \"a\", \"target\": \"b\"}]")
                        .replace("validation.tsv", "train.csv"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experiment.read(file))
                .withMessageContaining("train[1].source names a file that is not there: " + folder.resolve("a"))
                .withMessageContaining("train[1].target names a file that is not there: " + folder.resolve("b"))
                .withMessageContaining("validation.tsv names a file that is not there: " + folder.resolve("train.csv"))
                .withMessageNotContaining("train[0]");
    }

    @ParameterizedTest
    @CsvSource({
        "sourceWordDropout, training.scheduledSampling and word dropout don't go together: leave one of them out",
        "targetWordDropout, training.scheduledSampling and word dropout don't go together: leave one of them out",
        "rDrop, training.scheduledSampling and rDrop don't go together: leave one of them out"
    })
    void scheduledSamplingDoesNotGoWithWhatChangesTheInputsToo(String key, String fault) {
        var file = ToyExperiment.write(
                folder,
                ToyExperiment.RECURRENT,
                LIMITS,
                "\"scheduledSampling\": {\"type\": \"linear\", \"slope\": 0.1}, \"regularization\": {\"" + key
                        + "\": 0.5},");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experiment.read(file))
                .withMessage(file + ": " + fault);
    }

    @Test
    void aModelWithAnOutputBiasIsNotTrained() {
        var model = ToyExperiment.TRANSFORMER.replace("\"dropout\"", "\"outputBias\": true, \"dropout\"");
        var file = ToyExperiment.write(folder, model, LIMITS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experiment.read(file))
                .withMessage(file + ": model.outputBias must be false: a model with an output bias can be used, but not"
                        + " trained");
    }
}
