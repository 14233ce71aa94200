package org.dragoman.nmt.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.tensor.Safetensors;
import org.dragoman.nmt.text.Piece;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Translation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class TranslatorTest {

    private final TranslationModel model = UntrainedModel.make();
    private final Translator translator = new Translator(model, UntrainedModel.CONFIG);

    @AfterEach
    void close() {
        translator.close();
    }

    /** A document whose sentences and tokens are given by hand, as parts of the text in order. */
    private static Document document(String text, List<String> sentences) {
        var tokens = Arrays.stream(text.split("\\s+"))
                .filter(token -> !token.isEmpty())
                .toList();
        return Document.of(text)
                .with(Layers.SENTENCES, spans(text, sentences))
                .with(Layers.TOKENS, spans(text, tokens));
    }

    private static List<Span> spans(String text, List<String> parts) {
        var spans = new ArrayList<Span>();
        var from = 0;
        for (var part : parts) {
            var start = text.indexOf(part, from);
            spans.add(new Span(start, start + part.length()));
            from = start + part.length();
        }
        return spans;
    }

    private Translation translate(Document document) {
        return translator.annotate(document).get(Layers.TRANSLATION).get("de");
    }

    @Test
    void whatStandsBetweenSentencesStaysAsItIs() {
        var document = document(
                "  Good morning.\r\n\r\n\tThe train is late. \n", List.of("Good morning.", "The train is late."));
        var translation = translate(document);

        var first = translation.sentences().get(0).target();
        var second = translation.sentences().get(1).target();
        var target = translation.target().text();
        assertThat(target.substring(0, first.start())).isEqualTo("  ");
        assertThat(target.substring(first.end(), second.start())).isEqualTo("\r\n\r\n\t");
        assertThat(target.substring(second.end())).isEqualTo(" \n");
        assertThat(first.textIn(target)).isNotBlank();
        assertThat(translation.sentences())
                .extracting(sentence -> sentence.source())
                .isEqualTo(document.get(Layers.SENTENCES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12:30 -- 14:45 ☂", "日本語。", "Привет!", "😀"})
    void aSentenceInWhichTheModelKnowsNoWordIsKept(String sentence) {
        assertThat(translate(document(sentence, List.of(sentence))).target().text())
                .isEqualTo(sentence);
    }

    @Test
    void anEmptyDocumentHasAnEmptyTranslation() {
        var translation = translate(document("", List.of()));
        assertThat(translation.target().text()).isEmpty();
        assertThat(translation.sentences()).isEmpty();
    }

    @Test
    void linksPointFromWordsOfTheSentenceToWordsOfItsTranslation() {
        var document = document("Good morning, Tom. We wait.", List.of("Good morning, Tom.", "We wait."));
        var translation = translate(document);
        var target = translation.target();
        for (var sentence : translation.sentences()) {
            assertThat(sentence.alignment()).isNotEmpty();
            for (var link : sentence.alignment()) {
                assertThat(sentence.source()
                                .contains(document.get(Layers.TOKENS).get(link.source())))
                        .isTrue();
                assertThat(sentence.target().contains(target.get(Layers.TOKENS).get(link.target())))
                        .isTrue();
                assertThat(link.weight()).isBetween(0.1, 1.0001);
            }
        }
    }

    @Test
    void aLongSentenceIsTranslatedInPartsAndWhole() {
        var sentence = "the train is late, ".repeat(40) + "Tom.";
        var subwords = model.codec().subwords();
        var pieces = subwords.split(sentence);
        var segments = Segment.cut(sentence, pieces, 20);

        assertThat(segments).allSatisfy(segment -> assertThat(segment.pieces()).hasSizeLessThanOrEqualTo(20));
        assertThat(segments.stream()
                        .flatMap(segment -> segment.pieces().stream())
                        .toList())
                .isEqualTo(pieces);
        assertThat(segments.subList(0, segments.size() - 1)).allSatisfy(segment -> {
            var last = segment.pieces().get(segment.pieces().size() - 1).span();
            assertThat(sentence.charAt(last.end() - 1)).as("cut after a clause").isEqualTo(',');
        });
        assertThat(translate(document(sentence, List.of(sentence))).sentences()).hasSize(1);
    }

    @Test
    void aWordLongerThanAPartIsCutAsWell() {
        var word = "x".repeat(100);
        var segments = Segment.cut(word, model.codec().subwords().split(word), 8);
        assertThat(segments.stream()
                        .mapToInt(segment -> segment.pieces().size())
                        .sum())
                .isEqualTo(100);
    }

    @Test
    void aModelFolderGivesTheSameTranslationsAsTheModelThatWasSaved(@TempDir Path folder) {
        var document = document("Good morning, Tom.", List.of("Good morning, Tom."));
        model.save(folder, Safetensors.Precision.F32);
        try (var loaded = new Translator(TranslationModel.load(folder), UntrainedModel.CONFIG)) {
            assertThat(loaded.annotate(document)).isEqualTo(translator.annotate(document));
        }
    }

    @Test
    void aModelFolderThatLacksFilesOrHasAForeignOneIsRefused(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> TranslationModel.load(folder.resolve("nowhere")))
                .hasMessage("there is no model folder " + folder.resolve("nowhere"));

        model.save(folder, Safetensors.Precision.F16);
        var file = folder.resolve("weights.safetensors");
        var weights = Files.readAllBytes(file);
        Files.delete(file);
        assertThatThrownBy(() -> TranslationModel.load(folder)).hasMessageContaining("lacks weights.safetensors");

        Files.write(file, "<html>not found</html>".getBytes());
        assertThatThrownBy(() -> TranslationModel.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file + " is not a safetensors file");

        Files.write(file, weights);
        Files.writeString(folder.resolve("vocabulary.txt"), "extra\n", java.nio.file.StandardOpenOption.APPEND);
        assertThatThrownBy(() -> TranslationModel.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not fit the model's configuration")
                .hasMessageContaining("'targetEmbedding.weight' should have shape");
    }

    @Test
    void aFragmentIsClosedOnItsWayThroughAModelThatWantsThat() {
        var subwords = model.codec().subwords();
        var text = "x Tom";
        var fragment = Segment.cut(text, subwords.split(text), 20).get(0);
        var closed = fragment.closed(subwords, text);

        assertThat(closed.isClosed()).isTrue();
        assertThat(closed.pieces()).extracting(Piece::text).endsWith("￭.");
        assertThat(closed.pieces().get(closed.pieces().size() - 1).span()).isEqualTo(new Span(5, 5));
        assertThat(closed.pieces().subList(0, fragment.pieces().size())).isEqualTo(fragment.pieces());
        try (var closing = new Translator(UntrainedModel.make(true), UntrainedModel.CONFIG)) {
            var translation = closing.annotate(document("We wait", List.of("We wait")))
                    .get(Layers.TRANSLATION)
                    .get("de");
            var whole = translate(document("We wait.", List.of("We wait.")))
                    .target()
                    .text();
            assertThat(translation.target().text())
                    .isEqualTo(whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole);
        }
    }

    @Test
    void piecesLieWhereTheirTextIs() {
        var pieces = List.of("(￭", "G@@", "ut@@", "en", "￭,", "M", "￭)");
        var spans = TargetText.pieceSpans(model.codec().subwords(), pieces);
        var text = model.codec().subwords().join(pieces);
        assertThat(text).isEqualTo("(Guten, M)");
        assertThat(spans.stream().map(span -> span.textIn(text))).containsExactly("(", "G", "ut", "en", ",", "M", ")");
    }
}
