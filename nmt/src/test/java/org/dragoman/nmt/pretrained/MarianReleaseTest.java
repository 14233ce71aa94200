package org.dragoman.nmt.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.search.BeamSearch;
import org.dragoman.nmt.search.ForcedDecoding;
import org.dragoman.nmt.search.Hypothesis;
import org.dragoman.nmt.search.Markers;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.tensor.Safetensors.Precision;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.SourceBatch;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.Document;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small release in OPUS-MT's layout against the n-best lists of the Marian 1.12.43 that trained it. */
class MarianReleaseTest {

    private static final String RELEASE = "pretrained/opus-toy-en-deu+fra";

    @TempDir
    private Path folder;

    /** A line of Marian's n-best list: sentence, pieces, score of each piece and the end, score of all by which it is ranked. */
    private record Scored(int sentence, List<String> pieces, double[] words, double score) {

        static Scored of(String line) {
            var fields = line.split(" \\|\\|\\| ", -1);
            var words = fields[2].replace("WordScores=", "").strip().split(" ");
            return new Scored(
                    Integer.parseInt(fields[0]),
                    fields[1].isEmpty() ? List.of() : List.of(fields[1].strip().split(" ")),
                    Arrays.stream(words).mapToDouble(Double::parseDouble).toArray(),
                    Double.parseDouble(fields[4]));
        }
    }

    private static Path release() {
        return TestData.file(RELEASE);
    }

    @Test
    void sentencesHaveThePiecesThatMarianWasGiven() {
        try (var model = PretrainedModels.load(release())) {
            var expected = TestData.lines(RELEASE + "/test.src");
            var sentences = TestData.lines(RELEASE + "/test.en");
            assertThat(sentences).hasSize(46);
            for (var i = 0; i < sentences.size(); i++) {
                var pieces = model.model().codec().subwords().split(sentences.get(i)).stream()
                        .map(Piece::text)
                        .collect(Collectors.joining(" "));
                var isEmpty = sentences.get(i).strip().endsWith("<<"); // has no piece but its code, so none for us
                assertThat(pieces).as("line %d", i).isEqualTo(isEmpty ? "" : expected.get(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void nBestListsAreMarians(int beam) {
        var expected = TestData.lines(RELEASE + "/marian.b" + beam + ".nbest").stream()
                .map(Scored::of)
                .collect(Collectors.groupingBy(Scored::sentence));
        try (var model = PretrainedModels.load(release())) {
            var sources = TestData.lines(RELEASE + "/test.src");
            for (var i = 0; i < sources.size(); i++) {
                assertNBest(model, beam, source(model, sources.get(i)), expected.get(i));
            }
        }
    }

    private static int[][] source(PretrainedModel model, String pieces) {
        var vocabulary = model.model().codec().source();
        var ids = Arrays.stream(pieces.strip().split(" "))
                .filter(piece -> !piece.isEmpty())
                .mapToInt(vocabulary::id);
        return new int[][] {IntStream.concat(ids, IntStream.of(Vocabulary.END)).toArray()};
    }

    private static void assertNBest(PretrainedModel model, int beam, int[][] source, List<Scored> expected) {
        var config = model.habits().search().withWidth(beam).withNBest(beam);
        var found = search(model, config, source);
        var vocabulary = model.model().codec().target();
        assertThat(found.stream()
                        .map(hypothesis ->
                                hypothesis.ids().stream().map(vocabulary::piece).toList())
                        .toList())
                .isEqualTo(expected.stream().map(Scored::pieces).toList());
        for (var i = 0; i < found.size(); i++) {
            assertThat(found.get(i).score()).isCloseTo(expected.get(i).score, within(2e-5));
            assertThat(wordScores(model, source, found.get(i))).containsExactly(expected.get(i).words, within(2e-5));
        }
    }

    private static List<Hypothesis> search(PretrainedModel model, SearchConfig config, int[][] source) {
        return new BeamSearch(model.model().network(), Markers.of(config.rules()), config)
                .search(SourceBatch.of(List.<int[][]>of(source)))
                .get(0);
    }

    private static double[] wordScores(PretrainedModel model, int[][] source, Hypothesis hypothesis) {
        var forced = new ForcedDecoding(
                model.model().network(), Markers.DEFAULT, model.habits().search());
        try (var scope = Scope.constant()) {
            var batch = Source.of(SourceBatch.of(List.<int[][]>of(source)));
            var scores = forced.logProbabilities(batch, List.of(hypothesis.idArray()))
                    .get(0);
            return Arrays.copyOf(scores, hypothesis.length()); // without an end that was never written
        }
    }

    @Test
    void aConvertedReleaseAndAZippedOneTranslateAsBefore() throws IOException {
        var zip = folder.resolve("opus-toy.zip");
        zip(zip, Map.of("opus-2026/", release()));
        try (var unpacked = PretrainedModels.load(zip)) {
            assertThat(unpacked.origin().name()).isEqualTo("opus-toy");
            assertTranslates(unpacked);
            unpacked.save(folder.resolve("ours"), Precision.F32);
        }
        try (var converted = PretrainedModels.load(folder.resolve("ours"))) {
            assertThat(converted.origin().reference()).isEqualTo("Marian 1.12");
            assertTranslates(converted);
        }
    }

    @Test
    void refusesAZipFileOfTwoReleases() throws IOException {
        var zip = folder.resolve("two.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a/decoder.yml"));
            out.putNextEntry(new ZipEntry("b/decoder.yml"));
        }

        assertThatThrownBy(() -> PretrainedModels.load(zip))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(zip + " holds 'a/decoder.yml' and 'b/decoder.yml', but the files of a release lie in one"
                        + " folder: unpack it, and name the folder of one model");
    }

    private static void zip(Path file, Map<String, Path> folders) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : folders.entrySet()) {
                try (var files = Files.list(entry.getValue())) {
                    for (var path : files.toList()) {
                        zip.putNextEntry(new ZipEntry(entry.getKey() + path.getFileName()));
                        Files.copy(path, zip);
                    }
                }
            }
        }
    }

    /** Marian's best translations at beam 4, the size in the release's decoder.yml. */
    private static void assertTranslates(PretrainedModel model) {
        var sources = TestData.lines(RELEASE + "/test.en");
        var expected = TestData.lines(RELEASE + "/marian.b4.txt");
        var codec = model.model().codec();
        for (var i = 0; i < sources.size(); i++) {
            var pieces = codec.subwords().split(sources.get(i));
            if (!pieces.isEmpty()) {
                var best = search(model, model.habits().search(), codec.source(Document.of(sources.get(i))))
                        .get(0);
                assertThat(codec.text(best.idArray()))
                        .as("line %d", i)
                        .isEqualTo(expected.get(i).strip());
            }
        }
    }

    @Test
    void aLanguageIsChosenByItsCode() {
        try (var model = PretrainedModels.load(release())) {
            assertThat(model.languages()).containsExactly("deu", "fra");
            var french = model.into("fr").model().codec().subwords();
            assertThat(french.split("We see two books.").get(0).text()).isEqualTo(">>fra<<");
            assertThat(french.split(">>deu<< We see two books.").get(0).text()).isEqualTo(">>deu<<");
            assertThatThrownBy(() -> model.into("ita"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the model opus-toy-en-deu+fra doesn't write 'ita', only deu, fra");
        }
    }

    @Test
    void refusesWhatDecoderYmlAsksForInVainInOneMessage() throws IOException {
        Files.writeString(folder.resolve("decoder.yml"), """
                models: [a.npz, b.npz]
                vocabs:
                  - v.yml
                beam-size: 0
                word-penalty: 0.5
                shortlist: lex.s2t
                """);

        assertThatThrownBy(() -> PretrainedModels.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        folder.resolve("decoder.yml") + ": models must name one file, ensembles are not supported, got "
                                + "[a.npz, b.npz]; vocabs must name two files, of the source and of the target, got [v.yml]; "
                                + "word-penalty must be 0, others are not supported, got 0.5; shortlist is not supported; "
                                + "beam-size must be a whole number of at least 1, got \"0\"");
    }

    @Test
    void refusesReleasesThatSplitWordsByBpe() throws IOException {
        Files.writeString(folder.resolve("decoder.yml"), "models: [a.npz]\n");
        Files.writeString(folder.resolve("source.bpe"), "");

        assertThatThrownBy(() -> PretrainedModels.load(folder))
                .hasMessage(folder + ": source.bpe: releases that split words by BPE are not supported, only those with"
                        + " source.spm");
    }
}
