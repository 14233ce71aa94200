package org.dragoman.nmt.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.corpora.SentencePair;
import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.model.ModelSettings;
import org.dragoman.nmt.model.StoredSubwords;
import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.sentencepiece.SentencePieceModel;
import org.dragoman.nmt.sentencepiece.SentencePieceSubwords;
import org.dragoman.nmt.sentencepiece.StoredPiece;
import org.dragoman.nmt.tensor.Safetensors;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A model whose languages have models of SentencePiece and vocabularies of their own. */
class SentencePieceTranslationTest {
    private static final String TEXT = "  Tokba senno,\nsen ＢＡ ﬁ! ";
    private static final Document DOCUMENT = Document.of("a", TEXT)
            .with(Layers.SENTENCES, List.of(new Span(2, TEXT.length() - 1)))
            .with(
                    Layers.TOKENS,
                    List.of(
                            new Span(2, 7), // Tokba
                            new Span(8, 13), // senno
                            new Span(13, 14),
                            new Span(15, 18), // sen
                            new Span(19, 21), // ＢＡ
                            new Span(22, 23), // ﬁ
                            new Span(23, 24)));

    @Test
    void aModelFolderKeepsItsSubwords(@TempDir Path folder) throws IOException {
        try (var model = model();
                var translator = new Translator(model, UntrainedModel.CONFIG)) {
            model.save(folder, Safetensors.Precision.F32);
            try (var loaded = new Translator(TranslationModel.load(folder), UntrainedModel.CONFIG)) {
                assertThat(loaded.annotate(DOCUMENT)).isEqualTo(translator.annotate(DOCUMENT));
            }
        }

        Files.delete(folder.resolve("target.spm"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TranslationModel.load(folder))
                .withMessage("the model folder " + folder + " lacks target.spm; a model has model.json,"
                        + " weights.safetensors, its subwords and its vocabulary");
    }

    @Test
    void theTargetIsSplitByItsOwnModel() {
        try (var model = model()) {
            var alignment = new Aligner(model, AlignmentUnit.PIECES).align(new SentencePair("tokba", "tokba"));

            var head = alignment.layers().get(0).get(0);
            assertThat(head.source()).first().asString().startsWith("\u2581");
            assertThat(head.target()).last().asString().endsWith("\u2581");
            assertThat(model.codec().target("tokba")).doesNotContain(Vocabulary.UNKNOWN);
        }
    }

    private static TranslationModel model() {
        var architecture = new TransformerConfig(
                16, 2, 16, 1, 2, 0, 0, true, Activation.RELU, Positions.INTERLEAVED, true, 1e-5, Tying.NONE);
        var settings = new ModelSettings("en", "de", new StoredSubwords.SentencePiece(), false, false, architecture);
        var subwords = new SentencePieceSubwords(spm("unigram"), spm("bpe-suffix"));
        var codec = new Codec(subwords, vocabulary(subwords.source()), vocabulary(subwords.target()));
        return TranslationModel.untrained(settings, codec, 3);
    }

    private static Vocabulary vocabulary(SentencePieceModel model) {
        var texts = model.pieces().stream()
                .filter(piece -> piece.type() == StoredPiece.Type.NORMAL)
                .map(StoredPiece::text);
        return Vocabulary.of(texts, 1, 1000);
    }

    private static SentencePieceModel spm(String name) {
        try {
            return SentencePieceModel.read(Path.of(SentencePieceTranslationTest.class
                    .getResource("/sentencepiece/" + name + ".model")
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
