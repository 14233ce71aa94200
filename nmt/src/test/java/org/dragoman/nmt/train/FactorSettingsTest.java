package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.nmt.factors.Feature;
import org.dragoman.nmt.factors.FeatureFactor;
import org.dragoman.nmt.factors.LayerFactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The keys {@code factors} and {@code combine} of an experiment. */
class FactorSettingsTest {

    @TempDir
    Path folder;

    private Experiment read(String factors) {
        return Experiment.read(FactorExperiment.write(folder, factors, ToyExperiment.TRANSFORMER, 1));
    }

    @Test
    void factorsAreReadInTheirOrder() {
        var experiment = read("""
                "factors": [{"layer": "pos"}, {"layer": "stems", "minimumCount": 5}, {"feature": "case"},
                            {"feature": "position"}],""");
        assertThat(experiment.factors().factors())
                .containsExactly(
                        new LayerFactor("pos", Optional.empty(), 2),
                        new LayerFactor("stems", Optional.empty(), 5),
                        new FeatureFactor(Feature.CASE, Optional.empty()),
                        new FeatureFactor(Feature.POSITION, Optional.empty()));
        assertThat(experiment.differences(experiment.toJson())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"factors\": [{\"layer\": \"tokens\"}], | factors[0].layer must be pos, lemmas, stems, entities, chunks or a layer with a prefix",
                "\"factors\": [{\"layer\": \"lemma\"}], | got \"lemma\"",
                "\"factors\": [{\"layer\": \"POS\"}], | got \"POS\"",
                "\"factors\": [{\"layer\": \"pos\"}, {\"layer\": \"pos\"}], | the factor pos is there twice",
                "\"factors\": [{\"layer\": \"pos\", \"size\": 8}], | the factor pos can't have a size of its own, since embeddings are summed",
                "\"factors\": [{\"layer\": \"pos\"}], \"combine\": \"concatenate\", | the factor pos needs a size, since embeddings are concatenated",
                "\"factors\": [{\"layer\": \"pos\", \"size\": 32}], \"combine\": \"concatenate\", | have sizes of 32 together",
                "\"factors\": [{\"layer\": \"pos\", \"size\": 8}], \"combine\": \"concatenate\", | set the model's tying to target",
            })
    void whatDoesNotFitIsRefused(String factors, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(factors)).withMessageContaining(message);
    }

    @Test
    void corporaWithoutAnnotationsAreNamed() throws IOException {
        var file = FactorExperiment.write(folder, FactorExperiment.SUM, ToyExperiment.TRANSFORMER, 1);
        Files.writeString(file, Files.readString(file).replace(", \"annotations\": \"train.jsonl.gz\"", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experiment.read(file))
                .withMessageContaining(
                        "need the layers lemmas, tokens, words of each corpus, and " + folder.resolve("train.tsv")
                                + " has no annotations; make them with 'dragoman corpus annotate'");
    }

    @Test
    void aRunWithOtherFactorsIsNotResumed() {
        var written = read(FactorExperiment.SUM).toJson();
        assertThat(read(FactorExperiment.NONE).differences(written))
                .hasSize(1)
                .allMatch(line ->
                        line.startsWith("factors was [{\"layer\":\"lemmas\",\"minimumCount\":2}] and is now []"));
    }
}
