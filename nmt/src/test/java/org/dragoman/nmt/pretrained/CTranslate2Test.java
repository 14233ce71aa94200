package org.dragoman.nmt.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.search.BeamSearch;
import org.dragoman.nmt.search.Constraint;
import org.dragoman.nmt.search.ForcedDecoding;
import org.dragoman.nmt.search.Hypothesis;
import org.dragoman.nmt.search.LengthPenalty;
import org.dragoman.nmt.search.Markers;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.tensor.Safetensors.Precision;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.SourceBatch;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Span;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/**
 * Models in CTranslate2's format against CTranslate2: a trained one with the outputs that the library's own tests publish, and small random ones
 * with what the library found, see {@code ctranslate2_fixtures.py}.
 */
class CTranslate2Test {

    private static final String TRAINED = "pretrained/aren-transliteration";
    private static final String FIRST = "آ ت ز م و ن";
    private static final String SECOND = "آ ت ش ي س و ن";

    @TempDir
    private Path folder;

    private static List<String> pieces(String text) {
        return List.of(text.split(" "));
    }

    private static List<String> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    /** A loaded model, asked in pieces. */
    private record Asked(PretrainedModel model) {

        int[][] source(List<String> pieces) {
            var codec = model.model().codec();
            var spanned = pieces.stream()
                    .map(piece -> new Piece(piece, new Span(0, piece.length())))
                    .toList();
            return codec.source(codec.factored(Document.of("")), spanned);
        }

        List<Integer> target(List<String> pieces) {
            var vocabulary = model.model().codec().target();
            return pieces.stream().map(vocabulary::id).toList();
        }

        List<Hypothesis> search(List<String> source, SearchConfig config, Constraint constraint) {
            try (var scope = Scope.constant()) {
                return new BeamSearch(model.model().network(), Markers.of(config.rules()), config)
                        .search(Source.of(SourceBatch.of(List.<int[][]>of(source(source)))), List.of(constraint))
                        .get(0);
            }
        }

        List<String> best(String source, SearchConfig config, Constraint constraint) {
            return search(pieces(source), config, constraint).stream()
                    .map(this::text)
                    .toList();
        }

        String text(Hypothesis hypothesis) {
            return String.join(" ", hypothesis.ids().stream().map(this::piece).toList());
        }

        /** The reference's pieces, also for those whose names are special here. */
        private String piece(int id) {
            return model.model().codec().target().piece(id).equals("<1:special>")
                    ? "<s>"
                    : model.model().codec().target().piece(id);
        }

        double[] logProbabilities(List<String> source, List<String> target) {
            var ids = target(target).stream().mapToInt(Integer::intValue).toArray();
            try (var scope = Scope.constant()) {
                return new ForcedDecoding(model.model().network(), Markers.DEFAULT, SearchConfig.GREEDY)
                        .logProbabilities(Source.of(SourceBatch.of(List.<int[][]>of(source(source)))), List.of(ids))
                        .get(0);
            }
        }
    }

    // ---------------------------------------------------------------------------------------------- a trained model

    private static PretrainedModel trained() {
        return PretrainedModels.load(TestData.file(TRAINED));
    }

    /** With the default beam of 2. */
    @Test
    void findsThePublishedTargets() {
        try (var model = trained()) {
            var asked = new Asked(model);
            var search = model.habits().search();
            assertThat(asked.best(FIRST, search, Constraint.NONE)).containsExactly("a t z m o n");
            assertThat(asked.best(SECOND, search, Constraint.NONE)).containsExactly("a c h i s o n");
        }
    }

    /** With the beam of 4 and the scores of ctranslate2 4.8.5: {@code beam_size=4, num_hypotheses=4, return_scores=True}. */
    @Test
    void findsTheFourBestWithTheirScores() {
        try (var model = trained()) {
            var asked = new Asked(model);
            var four = model.habits().search().withWidth(4).withNBest(4);
            assertThat(asked.best(FIRST, four, Constraint.NONE))
                    .containsExactly("a t z m o n", "a t z u m o n", "a t z m u n", "a t z e m o n");
            assertThat(scores(asked.search(pieces(FIRST), four, Constraint.NONE)))
                    .containsExactly(new double[] {-0.151673, -0.266031, -0.335110, -0.366143}, within(1e-5));
            assertThat(asked.best(SECOND, four, Constraint.NONE))
                    .containsExactly("a c h i s o n", "a c h e s o n", "a t c h i s o n", "a c h e s s o n");
            assertThat(scores(asked.search(pieces(SECOND), four, Constraint.NONE)))
                    .containsExactly(new double[] {-0.139197, -0.257896, -0.345683, -0.375114}, within(1e-5));
        }
    }

    private static double[] scores(List<Hypothesis> hypotheses) {
        return hypotheses.stream().mapToDouble(Hypothesis::score).toArray();
    }

    @Test
    void givesThePublishedLogProbabilities() {
        try (var model = trained()) {
            assertThat(new Asked(model).logProbabilities(pieces(FIRST), pieces("a t z m o n")))
                    .containsExactly(
                            new double[] {-0.106023, -0.065410, -0.056002, -0.447953, -0.230714, -0.092184, -0.063463},
                            within(1e-6));
        }
    }

    @Test
    void beginsWithAPrefixAndLeavesOutSequencesAndStopsAtTheGreatestLength() {
        try (var model = trained()) {
            var asked = new Asked(model);
            var search = model.habits().search();
            assertThat(asked.best(FIRST, search, new Constraint(asked.target(pieces("a t s")), List.of())))
                    .containsExactly("a t s u m o n");
            assertThat(asked.best(SECOND, search, new Constraint(asked.target(pieces("a c h e")), List.of())))
                    .containsExactly("a c h e s o n");
            var suppressed = List.of(asked.target(pieces("o")), asked.target(pieces("t z m")));
            assertThat(asked.best(FIRST, search, new Constraint(List.of(), suppressed)))
                    .containsExactly("a t z u m u n");
            assertThat(asked.best(FIRST, search.withLimits(0, 3, 3), Constraint.NONE))
                    .containsExactly("a t z");
        }
    }

    @Test
    void saysWhereAModelComesFrom() {
        try (var model = trained()) {
            assertThat(model.origin().reference()).isEqualTo("CTranslate2 4.8");
            assertThat(model.origin().form()).isEqualTo("a folder of CTranslate2");
            assertThat(model.target().orElseThrow().size()).isEqualTo(43);
            assertThat(model.source().orElseThrow().size()).isEqualTo(51);
        }
    }

    // ---------------------------------------------------------------------------------------------- random models

    private static final JsonNode EXPECTED = expected();

    private static JsonNode expected() {
        try (var in = new GZIPInputStream(CTranslate2Test.class.getResourceAsStream("/ctranslate2/expected.json.gz"))) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path fixture(String name) {
        return Path.of(CTranslate2Test.class
                        .getResource("/ctranslate2/" + name + "/model.bin")
                        .getPath())
                .getParent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"marian-float32", "marian-int8", "marian-int16", "onmt-v3", "onmt-v4", "onmt-v5", "onmt-v6"})
    void findsAndScoresWhatCTranslate2Does(String name) {
        try (var model = PretrainedModels.load(fixture(name))) {
            assertSame(name, new Asked(model), 1e-5);
        }
    }

    /** The reference adds positions that were rounded to halves when they were stored, ours are not rounded. */
    @Test
    void findsWhatCTranslate2DoesInAFileOfHalves() {
        try (var model = PretrainedModels.load(fixture("marian-float16"))) {
            assertSame("marian-float16", new Asked(model), 2e-4);
        }
    }

    private static void assertSame(String name, Asked asked, double tolerance) {
        var expected = EXPECTED.get(name);
        for (var i = 0; i < expected.get("sources").size(); i++) {
            var found = asked.logProbabilities(
                    list(expected.get("sources").get(i)),
                    list(expected.get("targets").get(i)));
            var wanted = list(expected.get("logProbabilities").get(i)).stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(found).as("target %d", i).containsExactly(wanted, within(tolerance));
        }
        for (var search : expected.get("searches")) {
            var hypotheses = asked.search(
                    list(search.get("source")),
                    config(asked.model, search.get("options")),
                    constraint(asked, search.get("options")));
            var wanted = search.get("found");
            assertThat(hypotheses.stream().map(asked::text).toList())
                    .as("%s", search)
                    .isEqualTo(StreamSupport.stream(wanted.spliterator(), false)
                            .map(hypothesis -> String.join(" ", list(hypothesis.get("tokens"))))
                            .toList());
            for (var i = 0; i < hypotheses.size(); i++) {
                var score = Double.parseDouble(wanted.get(i).get("score").textValue());
                assertThat(hypotheses.get(i).score()).as("%s", search).isCloseTo(score, within(tolerance));
            }
        }
    }

    private static SearchConfig config(PretrainedModel model, JsonNode options) {
        var longest = options.get("max_decoding_length").intValue();
        return model.habits()
                .search()
                .withWidth(options.get("beam_size").intValue())
                .withNBest(options.get("num_hypotheses").intValue())
                .withLengthPenalty(
                        new LengthPenalty.Average(options.get("length_penalty").doubleValue()))
                .withLimits(0, longest, longest);
    }

    private static Constraint constraint(Asked asked, JsonNode options) {
        var suppressed = new ArrayList<List<Integer>>();
        options.path("suppress_sequences").forEach(sequence -> suppressed.add(asked.target(list(sequence))));
        return new Constraint(asked.target(list(options.path("target_prefix"))), suppressed);
    }

    /** One batch, with padding, and with a constraint for one sentence only. */
    @Test
    void sentencesOfABatchDoNotDisturbEachOther() {
        try (var model = PretrainedModels.load(fixture("onmt-v6"))) {
            var asked = new Asked(model);
            var sources = new ArrayList<List<String>>();
            EXPECTED.get("onmt-v6").get("sources").forEach(source -> sources.add(list(source)));
            var config = model.habits().search().withWidth(3).withNBest(3).withLimits(0, 12, 12);
            var constraints = IntStream.range(0, sources.size())
                    .mapToObj(i -> i % 2 == 0
                            ? Constraint.NONE
                            : new Constraint(asked.target(List.of("h", "e")), List.of(asked.target(List.of("f", "e")))))
                    .toList();
            try (var scope = Scope.constant()) {
                var batch = SourceBatch.of(sources.stream().map(asked::source).toList());
                var together = new BeamSearch(model.model().network(), Markers.of(config.rules()), config)
                        .search(Source.of(batch), constraints);
                for (var i = 0; i < sources.size(); i++) {
                    assertThat(together.get(i).stream().map(asked::text).toList())
                            .isEqualTo(asked.search(sources.get(i), config, constraints.get(i)).stream()
                                    .map(asked::text)
                                    .toList());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"marian-int8", "onmt-v3"})
    void aConvertedModelTranslatesAsBefore(String name) {
        try (var model = PretrainedModels.load(fixture(name))) {
            model.save(folder, Precision.F32);
        }
        try (var converted = PretrainedModels.load(folder)) {
            assertSame(name, new Asked(converted), 1e-5);
        }
    }

    // ---------------------------------------------------------------------------------------------- packages

    /** The layout of Argos Translate: weights and vocabularies a folder deeper than the pieces and the languages. */
    @Test
    void readsAPackageWithOneModelOfPiecesAndItsLanguages() throws IOException {
        var inside = Files.createDirectory(folder.resolve("model"));
        copy("pieces", inside);
        Files.copy(
                Path.of(CTranslate2Test.class
                        .getResource("/sentencepiece/unigram.model")
                        .getPath()),
                folder.resolve("sentencepiece.model"));
        Files.writeString(folder.resolve("metadata.json"), "{\"from_code\": \"en\", \"to_code\": \"eo\"}");
        try (var model = PretrainedModels.load(folder)) {
            assertThat(model.model().settings().source()).isEqualTo("en");
            assertThat(model.model().settings().target()).isEqualTo("eo");
            EXPECTED.get("pieces").forEach(text -> assertTranslated(new Asked(model), text));
        }
    }

    /** Split by SentencePiece, searched with the library's default search, joined by SentencePiece. */
    private static void assertTranslated(Asked asked, JsonNode expected) {
        var codec = asked.model.model().codec();
        var pieces = codec.subwords().split(expected.get("text").textValue()).stream()
                .map(Piece::text)
                .toList();
        assertThat(pieces).isEqualTo(list(expected.get("pieces")));
        var best = asked.search(pieces, asked.model.habits().search(), Constraint.NONE)
                .get(0);
        assertThat(codec.text(best.idArray()))
                .isEqualTo(expected.get("translation").textValue());
    }

    // ---------------------------------------------------------------------------------------------- what is wrong

    private static void copy(String name, Path target) throws IOException {
        try (var files = Files.list(fixture(name))) {
            for (var file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private void assertRefused(String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PretrainedModels.load(folder))
                .withMessage(message.replace("FOLDER", folder.toString()));
    }

    @Test
    void refusesAVocabularyOfAnotherSizeAndAFolderWithoutOne() throws IOException {
        copy("onmt-v3", folder);
        Files.writeString(folder.resolve("target_vocabulary.txt"), "<s>\n</s>\na\n");
        assertRefused(
                "FOLDER/target_vocabulary.txt has 4 pieces, but decoder/embeddings/weight of FOLDER/model.bin has shape [13, 8]");
        Files.delete(folder.resolve("target_vocabulary.txt"));
        assertRefused(
                "the model folder FOLDER has no vocabulary: it needs one of target_vocabulary.json, target_vocabulary.txt, "
                        + "shared_vocabulary.json, shared_vocabulary.txt");
    }

    @Test
    void refusesAVocabularyThatIsNoListOfTexts() throws IOException {
        copy("onmt-v6", folder);
        var vocabulary = folder.resolve("target_vocabulary.json");
        for (var content : new String[] {"null", "{\"a\": \"b\"}", "[\"a\", 1]"}) {
            Files.writeString(vocabulary, content);
            assertRefused("FOLDER/target_vocabulary.json: expected a JSON list of texts");
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        copy("onmt-v6", folder);
        Files.writeString(
                folder.resolve("config.json"),
                "{\"add_source_bos\": true, \"decoder_start_token\": null, \"quantization_type\": null}");
        assertRefused("FOLDER/model.bin: sources with a start marker (add_source_bos) are not supported; "
                + "a decoder without a start marker of its own (decoder_start_token) is not supported");
        var model = folder.resolve("model.bin");
        Files.write(model, Arrays.copyOf(Files.readAllBytes(model), 400));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PretrainedModels.load(folder))
                .withMessageStartingWith(model + " is cut short or damaged: ");
    }

    /** Copies a fixture, and writes other bytes over those that follow a text in its weights. */
    private void copyWith(String name, String after, int distance, String bytes) throws IOException {
        copy(name, folder);
        var file = folder.resolve("model.bin");
        var text = new StringBuilder(Files.readString(file, StandardCharsets.ISO_8859_1));
        var start = text.indexOf(after) + after.length() + distance;
        text.replace(start, start + bytes.length(), bytes);
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    }

    @Test
    void refusesAnotherSpecification() throws IOException {
        copyWith("onmt-v6", "Transformer", 0, "Epsc");
        assertRefused("FOLDER/model.bin: the specification 'TransformerEpsc' is not supported, only TransformerSpec, "
                + "TransformerBase and TransformerBig");
    }

    /** Behind the name come its zero, no dimension, the type, the size in four bytes, then the number. */
    @Test
    void refusesActivationsThatDiffer() throws IOException {
        copyWith("onmt-v6", "encoder/activation", 7, "\5");
        assertRefused("FOLDER/model.bin: activation must be the same in encoder and decoder, got [5, 0]; "
                + "activation must be 0 (relu), 2 (swish) or 3 (gelu), got 5");
    }

    @Test
    void refusesLearnedPositions() throws IOException {
        copyWith("marian-float32", "decoder/position_encodings/encodings", 15 + 4 * 8, "xxxx");
        assertRefused("FOLDER/model.bin: position_encodings are none of [INTERLEAVED, CONCATENATED, TENSOR2TENSOR, "
                + "TENSOR2TENSOR_FROM_ONE] on both sides; learned positions are not supported");
    }

    @Test
    void refusesVariablesThatBelongToNothing() throws IOException {
        copyWith("onmt-v6", "decoder/projection/b", 0, "oas");
        assertRefused("FOLDER/model.bin does not fit the model's configuration: "
                + "'decoder/projection/boas' is no parameter of this model");
    }
}
