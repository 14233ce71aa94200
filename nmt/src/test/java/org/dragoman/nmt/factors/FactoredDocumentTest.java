package org.dragoman.nmt.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.nmt.text.Piece;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class FactoredDocumentTest {

    private static final FactorConfig CONFIG = new FactorConfig(
            List.of(
                    new LayerFactor("pos", Optional.empty(), 1),
                    new LayerFactor("entities", Optional.empty(), 1),
                    new FeatureFactor(Feature.CASE, Optional.empty()),
                    new FeatureFactor(Feature.POSITION, Optional.empty())),
            FactorConfig.Combination.SUM);

    private static final Document TOKENS = Document.of("zum Rhein")
            .with(Layers.TOKENS, List.of(new Span(0, 3), new Span(4, 9)))
            .with(Layers.WORDS, List.of(new Word("zu", 0), new Word("dem", 0), new Word("Rhein", 1)));

    private static Piece piece(String text, int start, int end) {
        return new Piece(text, new Span(start, end));
    }

    /** The last piece is a full stop that a translator adds and that lies nowhere in the text. */
    @Test
    void piecesHaveTheValuesOfTheirTokens() {
        var document = TOKENS.with(Layers.POS, List.of(PosTag.of("ADP"), PosTag.of("DET"), PosTag.of("PROPN")))
                .with(Layers.ENTITIES, List.of(new Entity(new Span(4, 9), "LOC")));
        var pieces = List.of(
                piece("zum", 0, 3), piece("R@@", 4, 5), piece("he@@", 5, 7), piece("in", 7, 9), piece(".", 9, 9));
        assertThat(FactoredDocument.of(CONFIG, document).values(pieces))
                .containsExactly(
                        List.of("ADP+DET", "PROPN", "PROPN", "PROPN", ""),
                        List.of("O", "B-LOC", "B-LOC", "B-LOC", ""),
                        List.of("lower", "title", "title", "title", ""),
                        List.of("S", "B", "I", "E", ""));
    }

    @Test
    void aDocumentWithoutTheLayersIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactoredDocument.of(CONFIG, TOKENS))
                .withMessage("the source factors need the layers [entities, pos, tokens, words], and the document"
                        + " 'untitled' lacks [entities, pos]");
    }
}
