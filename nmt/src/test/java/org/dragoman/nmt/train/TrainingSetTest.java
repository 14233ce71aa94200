package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.nmt.train.TrainingSet.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Corpora whose line n is the word wn, twice. */
class TrainingSetTest {

    @TempDir
    Path folder;

    private String file(String name, int lines) throws IOException {
        var text = IntStream.rangeClosed(1, lines)
                .mapToObj(line -> "w" + line + "\tw" + line + "\n")
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Experiment experiment(String further, String... corpora) throws IOException {
        file("validation.tsv", 2);
        var train = List.of(corpora).stream()
                .map(corpus -> "{\"tsv\": \"" + corpus + "\"}")
                .collect(Collectors.joining(", "));
        return Experiment.read(Files.writeString(folder.resolve("experiment.json"), """
                {"task": "translation", "source": "en", "target": "en", "train": [%s],
                 "validation": {"tsv": "validation.tsv"}, "output": "run",
                 "subwords": {"pretokenizer": "none", "merges": 200},
                 "model": {"type": "transformer", "size": 8, "heads": 1},
                 "training": {%s "schedule": {"type": "constant", "peak": 1},
                   "limits": {"maximumSteps": 1}}}
                """.formatted(train, further)));
    }

    private static TrainingSet open(Experiment experiment) {
        var codec = CodecLearner.learn(experiment);
        var survey = Survey.of(experiment.train(), codec, experiment.training());
        return new TrainingSet(experiment.train(), codec, experiment.training(), survey);
    }

    private static List<Long> lines(TrainingSet.Window window) {
        return window.origins().stream().map(Origin::line).toList();
    }

    @Test
    void withoutAWindowAnEpochIsAllInItsOrderAndReadOnce() throws IOException {
        file("a.tsv", 3);
        file("b.tsv", 2);
        try (var data = open(experiment("", "a.tsv", "b.tsv", "a.tsv"))) {
            assertThat(data.windows()).isEqualTo(1);
            assertThat(lines(data.window(0, 0))).containsExactly(1L, 2L, 3L, 1L, 2L, 1L, 2L, 3L);
            assertThat(data.window(5, 0)).isSameAs(data.window(0, 0));
        }
    }

    @Test
    void theWindowsOfAnEpochHaveEveryPairOnce() throws IOException {
        file("a.tsv", 10);
        file("b.tsv", 5);
        try (var data = open(experiment("\"data\": {\"window\": 4},", "a.tsv", "b.tsv"))) {
            assertThat(data.windows()).isEqualTo(4); // 15 pairs
            for (var epoch = 0; epoch < 2; epoch++) {
                var seen = new ArrayList<Origin>();
                for (var window = 0; window < 4; window++) {
                    seen.addAll(data.window(epoch, window).origins());
                    assertThat(data.window(epoch, window).examples()).hasSizeBetween(3, 5);
                }
                assertThat(seen).hasSize(15);
                assertThat(new HashSet<>(seen)).hasSize(15);
            }
        }
    }

    /** A resumed run opens the data anew and asks for some window first. */
    @Test
    void aWindowDoesNotDependOnWhatWasReadBefore() throws IOException {
        file("a.tsv", 20);
        file("b.tsv", 7);
        var experiment = experiment(
                "\"regularization\": {\"bpeDropout\": 0.3}, \"data\": {\"window\": 4, \"mixing\": {\"type\": \"weights\","
                        + " \"weights\": [1, 2]}},",
                "a.tsv",
                "b.tsv");
        try (var data = open(experiment)) {
            for (var window = 0; window < data.windows(); window++) {
                data.window(0, window);
            }
            var third = data.window(1, 3);
            try (var later = open(experiment)) {
                assertThat(later.window(1, 3).origins()).isEqualTo(third.origins());
                assertThat(later.window(1, 3).seed()).isEqualTo(third.seed());
                assertThat(later.window(1, 3).examples())
                        .usingRecursiveFieldByFieldElementComparator()
                        .isEqualTo(third.examples());
            }
        }
    }

    /** 15 pairs an epoch, 2 to 1: 10 of b, so b's five come twice; 5 of a, so a's ten take two epochs. */
    @Test
    void mixedCorporaComeInTheirSharesAndNoPairIsForgotten() throws IOException {
        file("a.tsv", 10);
        file("b.tsv", 5);
        var mixing = "\"data\": {\"mixing\": {\"type\": \"weights\", \"weights\": [1, 2]}},";
        try (var data = open(experiment(mixing, "a.tsv", "b.tsv"))) {
            var first = data.window(0, 0).origins();
            var b = first.stream()
                    .filter(origin -> origin.corpus().endsWith("b.tsv"))
                    .toList();
            assertThat(b).hasSize(10);
            assertThat(Collections.frequency(b, b.get(0))).isEqualTo(2);
            var a = new HashSet<>(first);
            a.addAll(data.window(1, 0).origins());
            assertThat(a).hasSize(15);
        }
    }

    @Test
    void bpeDropoutSplitsOtherwiseInEachEpochAndKnowsAllPieces() throws IOException {
        file("a.tsv", 50);
        try (var data = open(experiment("\"regularization\": {\"bpeDropout\": 0.5},", "a.tsv"))) {
            var first = data.window(0, 0).examples();
            var second = data.window(1, 0).examples();
            assertThat(first).usingRecursiveFieldByFieldElementComparator().isNotEqualTo(second);
            assertThat(first.stream().flatMapToInt(example -> IntStream.of(example.target())))
                    .doesNotContain(Vocabulary.UNKNOWN);
        }
    }

    @Test
    void emptyAndOverlongPairsAreLeftOutAndCounted() throws IOException {
        Files.writeString(folder.resolve("a.tsv"), "a\tb\n\tb\na b c d e f\tb\na\t\n");
        var experiment = experiment("\"maximumLength\": 4,", "a.tsv");
        var codec = CodecLearner.learn(experiment);
        var survey = Survey.of(experiment.train(), codec, experiment.training());
        assertThat(survey.corpora()).containsExactly(new Survey.Corpus(24, 4, 2, 1));
        assertThat(survey.usable(DataConfig.Overlong.SKIP)).isEqualTo(1);
        assertThat(survey.usable(DataConfig.Overlong.CUT)).isEqualTo(2);
        try (var data = open(experiment)) {
            assertThat(lines(data.window(0, 0))).containsExactly(1L);
        }
    }

    @Test
    void overlongSidesAreCutWhereThatIsAsked() throws IOException {
        Files.writeString(folder.resolve("a.tsv"), "a b c d e f\tb\na\ta b c d e f\n");
        try (var data = open(experiment("\"maximumLength\": 4, \"data\": {\"overlong\": \"cut\"},", "a.tsv"))) {
            var examples = data.window(0, 0).examples();
            assertThat(examples.get(0).sourceLength()).isEqualTo(4);
            assertThat(examples.get(0).source()[0][3]).isEqualTo(Vocabulary.END);
            assertThat(examples.get(0).targetLength()).isEqualTo(2);
            assertThat(examples.get(1).targetLength()).isEqualTo(4);
        }
    }

    @Test
    void pairsAreRefusedWithTheirLineWhereThatIsAsked() throws IOException {
        var corpus = Files.writeString(folder.resolve("a.tsv"), "a\tb\na\t\na b c d e f\tb\n");
        var empty = experiment("\"data\": {\"empty\": \"refuse\"},", "a.tsv");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(empty))
                .withMessage(corpus + ":2: the pair is empty on a side; repair the corpus, or set data.empty to skip");
        var overlong = experiment("\"maximumLength\": 4, \"data\": {\"overlong\": \"refuse\"},", "a.tsv");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(overlong))
                .withMessage(corpus + ":3: the pair has 7 pieces on a side, its end counted, and maximumLength is 4;"
                        + " repair the corpus, or set data.overlong to skip");
    }

    @Test
    void corporaWithNothingToLearnFromAreRefused() throws IOException {
        Files.writeString(folder.resolve("a.tsv"), "\tb\na b c d e f\tb\n");
        var experiment = experiment("\"maximumLength\": 4,", "a.tsv");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(experiment))
                .withMessage("the training corpora have no pair to learn from: of 2, 1 are empty on a side and 1 have"
                        + " more than maximumLength 4 pieces on a side");
    }

    @Test
    void filesOfUnequalLengthAreRefusedWithBothCounts() throws IOException {
        var source = Files.writeString(folder.resolve("a.en"), "a\nb\nc\n");
        var target = Files.writeString(folder.resolve("a.de"), "a\nb\n");
        file("a.tsv", 1);
        var settings = experiment("", "a.tsv");
        var file = folder.resolve("experiment.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("[{\"tsv\": \"a.tsv\"}]", "[{\"source\": \"a.en\", \"target\": \"a.de\"}]"));
        var unequal = Experiment.read(file);
        assertThat(unequal.train()).isNotEqualTo(settings.train());
        assertThatThrownBy(() -> Trainer.begin(unequal, List.of()))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageContaining(source + " has 3 lines, but " + target + " has 2");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aCorpusThatHasChangedSinceIsNoticed() throws IOException {
        file("a.tsv", 3);
        var experiment = experiment("", "a.tsv");
        var codec = CodecLearner.learn(experiment);
        var kept = folder.resolve("corpora.json");
        var survey = Survey.of(experiment.train(), codec, experiment.training());
        survey.write(kept);
        assertThat(Survey.readOrMake(kept, experiment.train(), codec, experiment.training()))
                .isEqualTo(survey);
        file("a.tsv", 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Survey.readOrMake(kept, experiment.train(), codec, experiment.training()))
                .withMessage("the training corpus " + folder.resolve("a.tsv")
                        + " had 18 bytes when the run was begun and has 24 now: bring the old one back, or begin another"
                        + " run");
    }

    @Test
    void thereIsAWeightForEachCorpus() throws IOException {
        file("a.tsv", 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        experiment("\"data\": {\"mixing\": {\"type\": \"weights\", \"weights\": [1, 2]}},", "a.tsv"))
                .withMessageContaining(": training.data.mixing needs a weight for each of the 1 corpora, got 2");
    }
}
