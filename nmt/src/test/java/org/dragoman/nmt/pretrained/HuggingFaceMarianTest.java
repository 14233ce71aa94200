package org.dragoman.nmt.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.search.Alignments;
import org.dragoman.nmt.search.BeamSearch;
import org.dragoman.nmt.search.Hypothesis;
import org.dragoman.nmt.search.LengthLimit;
import org.dragoman.nmt.search.LengthPenalty;
import org.dragoman.nmt.search.Markers;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.search.SearchRules;
import org.dragoman.nmt.search.StopRule;
import org.dragoman.nmt.tensor.Safetensors.Precision;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.SourceBatch;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Directories of Hugging Face against what transformers 4.57.3 makes of them. */
class HuggingFaceMarianTest {

    static final List<String> NAMES = MarianFixture.NAMES;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("NAMES")
    void textsHaveTheReferencesPiecesAndNumbers(String name) {
        var fixture = MarianFixture.read(name);
        try (var model = PretrainedModels.load(fixture.folder())) {
            for (var text : fixture.list("texts")) {
                var pieces =
                        model.model().codec().subwords().split(text.get("text").textValue());
                assertThat(pieces.stream().map(Piece::text).toList()).isEqualTo(strings(text.get("pieces")));
                assertThat(referenceIds(
                                model.source().orElseThrow(),
                                model.model()
                                        .codec()
                                        .source(Document.of(text.get("text").textValue()))[0]))
                        .isEqualTo(MarianFixture.ints(text.get("ids")));
            }
        }
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(element -> strings.add(element.textValue()));
        return strings;
    }

    private static int[] referenceIds(ReferenceIds ids, int... ours) {
        var toReference = ids.toReference();
        return Arrays.stream(ours).map(id -> toReference[id]).toArray();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void logitsAreThoseOfTheReference(String name) {
        var fixture = MarianFixture.read(name);
        try (var model = PretrainedModels.load(fixture.folder())) {
            assertLogits(model, fixture);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f16.safetensors",
                "bf16.safetensors",
                "bf16-positions.safetensors",
                "wrong-lm-head.safetensors",
                "zip.bin",
                "legacy.bin"
            })
    void everyTypeOfFileHoldsTheSameModel(String file) throws IOException {
        var fixture = MarianFixture.read("base");
        copyWithoutWeights(fixture.folder());
        var name = file.endsWith(".bin") ? "pytorch_model.bin" : "model.safetensors";
        Files.copy(MarianFixture.resource("base-files/" + file), folder.resolve(name));

        try (var model = PretrainedModels.load(folder)) {
            assertLogits(model, fixture);
        }
    }

    private void copyWithoutWeights(Path from) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.filter(path -> !path.toString().endsWith(".safetensors"))
                    .toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static void assertLogits(PretrainedModel model, MarianFixture fixture) {
        var forced = fixture.list("forced");
        var ours = MarianFixture.toOurs(model.target().orElseThrow());
        var inputs = forced.stream()
                .map(example ->
                        Arrays.stream(MarianFixture.ints(example.get("target"))).map(id -> ours[id]))
                .map(ids ->
                        IntStream.concat(IntStream.of(Vocabulary.START), ids).asLongStream())
                .flatMapToLong(ids -> ids)
                .toArray();
        var network = model.model().network();
        try (var scope = Scope.constant()) {
            var encoded = network.encode(Source.of(SourceBatch.of(fixture.sources(model))), false);
            var hidden = encoded.teacherForced(Tensor.of(inputs, forced.size(), inputs.length / forced.size()), false);
            var logits = network.logits(hidden.reshape(-1, hidden.size(2)));
            var found = logits.toFloats();
            var width = Math.toIntExact(logits.size(1));
            var expected = forced.stream()
                    .flatMapToDouble(example -> Arrays.stream(MarianFixture.doubles(example.get("logits"))))
                    .toArray();
            assertThat(expected).hasSize(Math.toIntExact(logits.size(0)) * ours.length);
            for (var i = 0; i < expected.length; i++) {
                var place = i / ours.length * width + ours[i % ours.length];
                assertThat((double) found[place]).as("place %d", i).isCloseTo(expected[i], within(1e-5));
            }
            assertThat(found[Vocabulary.START]).as("the start is never written").isEqualTo(Float.NEGATIVE_INFINITY);
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everySearchFindsTheReferencesTargets(String name) {
        var fixture = MarianFixture.read(name);
        try (var model = PretrainedModels.load(fixture.folder())) {
            var searches = fixture.list("searches");
            assertThat(searches).hasSizeGreaterThanOrEqualTo(8);
            for (var search : searches) {
                assertSearch(model, fixture, search);
            }
        }
    }

    private static void assertSearch(PretrainedModel model, MarianFixture fixture, JsonNode setting) {
        var config = config(setting);
        var search = new BeamSearch(model.model().network(), Markers.of(config.rules()), config);
        var found = search.search(SourceBatch.of(fixture.sources(model)));
        for (var row = 0; row < found.size(); row++) {
            var expected = setting.get("sequences").get(row);
            var scores = MarianFixture.doubles(setting.get("scores").get(row));
            assertThat(found.get(row))
                    .as("%s, text %d", settingText(setting), row)
                    .hasSize(expected.size());
            for (var i = 0; i < expected.size(); i++) {
                var hypothesis = found.get(row).get(i);
                assertThat(referenceIds(model.target().orElseThrow(), written(hypothesis)))
                        .as("%s, text %d, place %d", settingText(setting), row, i)
                        .isEqualTo(MarianFixture.ints(expected.get(i)));
                if (scores.length > 0) {
                    assertThat(hypothesis.score()).isCloseTo(scores[i], within(1e-5));
                }
            }
        }
    }

    private static String settingText(JsonNode setting) {
        return config(setting).toString();
    }

    private static SearchConfig config(JsonNode setting) {
        var beams = setting.get("beams").intValue();
        var longest = setting.get("maximum").intValue() - 1;
        var stop = switch (setting.get("early").textValue()) {
            case "true" -> StopRule.ENOUGH_ENDED;
            case "false" -> StopRule.UNLIKELY;
            default -> StopRule.CERTAIN;
        };
        var rules = new SearchRules(
                stop,
                setting.get("forced").booleanValue() ? LengthLimit.FORCED_END : LengthLimit.COUNTED,
                setting.get("renormalize").booleanValue(),
                true);
        return new SearchConfig(
                beams,
                beams,
                0,
                longest,
                longest,
                new LengthPenalty.Average(setting.get("penalty").doubleValue()),
                rules,
                new Alignments.None());
    }

    /** All that the model wrote, the end marker included. */
    private static int[] written(Hypothesis hypothesis) {
        var end = hypothesis.ended() ? IntStream.of(Vocabulary.END) : IntStream.empty();
        return IntStream.concat(Arrays.stream(hypothesis.idArray()), end).toArray();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void habitsAreThoseOfItsGenerationConfig(String name) {
        try (var model = PretrainedModels.load(MarianFixture.read(name).folder())) {
            assertThat(model.habits().search())
                    .isEqualTo(new SearchConfig(
                            4,
                            1,
                            0,
                            31,
                            31,
                            new LengthPenalty.Average(1),
                            new SearchRules(StopRule.UNLIKELY, LengthLimit.FORCED_END, true, true),
                            new Alignments.None()));
            assertThat(model.habits().maximumPieces()).isEqualTo(63);
            assertThat(model.origin().reference()).isEqualTo("Hugging Face transformers 4.57");
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void textIsTranslatedAsTheReferenceDoes(String name) {
        var fixture = MarianFixture.read(name);
        try (var model = PretrainedModels.load(fixture.folder())) {
            assertTranslations(model, fixture, "translation");
        }
    }

    @Test
    void spacesAreCleanedUpWhereTheTokenizerAsksForIt() throws IOException {
        var fixture = MarianFixture.read("base");
        copyWithoutWeights(fixture.folder());
        Files.copy(fixture.folder().resolve("model.safetensors"), folder.resolve("model.safetensors"));
        var settings = folder.resolve("tokenizer_config.json");
        Files.writeString(
                settings, Files.readString(settings).replaceFirst("\\{", "{ \"clean_up_tokenization_spaces\": true,"));

        try (var model = PretrainedModels.load(folder)) {
            assertTranslations(model, fixture, "cleaned");
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aConvertedModelTranslatesAsBefore(String name) {
        var fixture = MarianFixture.read(name);
        try (var model = PretrainedModels.load(fixture.folder())) {
            model.save(folder.resolve("ours"), Precision.F32);
            try (var converted = PretrainedModels.load(folder.resolve("ours"))) {
                assertThat(converted.habits()).isEqualTo(model.habits());
                assertThat(converted.origin()).isEqualTo(model.origin());
                assertThat(converted.languages()).isEqualTo(model.languages());
                assertThat(converted.target()).isEqualTo(model.target());
                assertTranslations(converted, fixture, "translation");
                assertLogits(converted, fixture);
            }
        }
    }

    private static void assertTranslations(PretrainedModel model, MarianFixture fixture, String key) {
        var codec = model.model().codec();
        var config = model.habits().search();
        var search = new BeamSearch(model.model().network(), Markers.of(config.rules()), config);
        for (var text : fixture.list("texts")) {
            var source = codec.source(Document.of(text.get("text").textValue()));
            var best = search.search(SourceBatch.of(List.<int[][]>of(source)))
                    .get(0)
                    .get(0);
            assertThat(codec.text(best.idArray())).isEqualTo(text.get(key).textValue());
        }
    }
}
