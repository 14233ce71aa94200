package org.dragoman.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dragoman.pipeline.Layers.CHUNKS;
import static org.dragoman.pipeline.Layers.ENTITIES;
import static org.dragoman.pipeline.Layers.LANGUAGE;
import static org.dragoman.pipeline.Layers.SENTENCES;
import static org.dragoman.pipeline.Layers.SENTIMENT;
import static org.dragoman.pipeline.Layers.STEMS;
import static org.dragoman.pipeline.Layers.TOKENS;
import static org.dragoman.pipeline.Layers.WORDS;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class DocumentTest {
    private final Document zum = Document.of("d1", "Zum Bahnhof.")
            .with(TOKENS, List.of(new Span(0, 3), new Span(4, 11), new Span(11, 12)))
            .with(WORDS, List.of(new Word("Zu", 0), new Word("dem", 0), new Word("Bahnhof", 1), new Word(".", 2)));

    @Test
    void givesBackWhatWasPutIn() {
        assertThat(zum.id()).isEqualTo("d1");
        assertThat(zum.text()).isEqualTo("Zum Bahnhof.");
        assertThat(zum.get(TOKENS)).startsWith(new Span(0, 3));
        assertThat(zum.layers()).containsExactly(TOKENS, WORDS);
        assertThat(zum.find(STEMS)).isEmpty();
        assertThat(Document.of("x").id()).isEqualTo("untitled");
    }

    @Test
    void namesTheLayerTheDocumentAndWhatItHasWhenALayerIsAbsent() {
        assertThatThrownBy(() -> zum.get(STEMS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("document 'd1' has no layer 'stems', only [tokens, words]; "
                        + "run a step that provides it first");
        assertThatThrownBy(() -> Document.of("d2", "x").get(STEMS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only no layers");
    }

    @Test
    void withLeavesTheDocumentAsItWas() {
        var more = zum.with(STEMS, List.of("zu", "dem", "bahnhof", "."));
        assertThat(zum.has(STEMS)).isFalse();
        assertThat(more.get(STEMS)).hasSize(4);
        assertThat(more.get(WORDS)).isSameAs(zum.get(WORDS));
    }

    @Test
    void keepsItsOwnCopyOfAValue() {
        var tokens = new ArrayList<>(List.of(new Span(0, 3)));
        var document = Document.of("abc").with(TOKENS, tokens);
        tokens.clear();
        assertThat(document.get(TOKENS)).hasSize(1);
        assertThatThrownBy(() -> document.get(TOKENS).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> document.layers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keepsItsOwnCopyOfMetadataInOrder() {
        var metadata = new LinkedHashMap<>(Map.of("b", "1"));
        metadata.put("a", "2");
        var document = Document.of("x").withMetadata(metadata);
        metadata.clear();
        assertThat(document.metadata()).containsExactly(Map.entry("b", "1"), Map.entry("a", "2"));
        assertThatThrownBy(() -> document.metadata().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(document.with(LANGUAGE, new Label("en", 1)).metadata()).isEqualTo(document.metadata());
    }

    @Test
    void refusesABlankId() {
        assertThatThrownBy(() -> Document.of(" ", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the id of a document must not be blank, got \" \"");
    }

    @Test
    void refusesStemsThatAreNotOneAWord() {
        assertThatThrownBy(() -> zum.with(STEMS, List.of("zum", "bahnhof", ".")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 'stems' of document 'd1': expected one value for each of the 4 elements of 'words', "
                        + "got 3");
    }

    @Test
    void refusesALayerBeforeTheOneItBelongsTo() {
        assertThatThrownBy(() -> Document.of("d1", "x").with(STEMS, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "layer 'stems' of document 'd1': needs layer 'words' first, and the document has no layers");
    }

    @Test
    void refusesSpansThatLeaveTheTextOverlapOrAreEmpty() {
        var document = Document.of("d1", "abcdef");
        assertThatThrownBy(() -> document.with(TOKENS, List.of(new Span(0, 2), new Span(4, 7))))
                .hasMessage(
                        "layer 'tokens' of document 'd1': span 1 [4, 7) ends after the text, which has 6 characters");
        assertThatThrownBy(() -> document.with(TOKENS, List.of(new Span(0, 2), new Span(1, 3))))
                .hasMessage("layer 'tokens' of document 'd1': span 1 [1, 3) starts before the end of span 0 [0, 2)");
        assertThatThrownBy(() -> document.with(SENTENCES, List.of(new Span(2, 2))))
                .hasMessage("layer 'sentences' of document 'd1': span 0 [2, 2) is empty");
        assertThatThrownBy(() -> document.with(
                        CHUNKS, List.of(new Chunk(new Span(0, 3), "NP"), new Chunk(new Span(2, 4), "VP"))))
                .hasMessage("layer 'chunks' of document 'd1': span 1 [2, 4) starts before the end of span 0 [0, 3)");
    }

    @Test
    void entitiesMayNestButAreInOrder() {
        var outer = new Entity(new Span(0, 5), "ORG");
        var inner = new Entity(new Span(0, 2), "LOC");
        var document = Document.of("d1", "abcdef");
        assertThat(document.with(ENTITIES, List.of(outer, inner)).get(ENTITIES)).containsExactly(outer, inner);
        assertThatThrownBy(() -> document.with(ENTITIES, List.of(inner, outer)))
                .hasMessage("layer 'entities' of document 'd1': span 1 [0, 5) must come before span 0 [0, 2)");
    }

    @Test
    void refusesWordsThatDoNotCoverTheTokensInOrder() {
        var document = Document.of("d1", "a b").with(TOKENS, List.of(new Span(0, 1), new Span(2, 3)));
        assertThatThrownBy(() -> document.with(WORDS, List.of(new Word("b", 1))))
                .hasMessage("layer 'words' of document 'd1': word 0 \"b\" belongs to token 1, expected 0");
        assertThatThrownBy(() -> document.with(WORDS, List.of(new Word("a", 0), new Word("b", 1), new Word("a", 0))))
                .hasMessage("layer 'words' of document 'd1': word 2 \"a\" belongs to token 0, expected 1 or 2");
        assertThatThrownBy(() -> document.with(WORDS, List.of(new Word("a", 0))))
                .hasMessage("layer 'words' of document 'd1': the words cover 1 tokens, but the document has 2");
    }

    @Test
    void replacingALayerChecksThoseThatBelongToIt() {
        var stemmed = zum.with(STEMS, List.of("zu", "dem", "bahnhof", "."));
        assertThatThrownBy(() ->
                        stemmed.with(WORDS, List.of(new Word("Zum", 0), new Word("Bahnhof", 1), new Word(".", 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "after 'words' was replaced, layer 'stems' of document 'd1': expected one value for each of "
                                + "the 3 elements of 'words', got 4; remove 'stems' with without() first");
    }

    @Test
    void withoutRemovesWhatBelongsToALayerToo() {
        var stemmed = zum.with(STEMS, List.of("zu", "dem", "bahnhof", ".")).with(LANGUAGE, new Label("de", 1));
        assertThat(stemmed.without(TOKENS).layers()).containsExactly(LANGUAGE);
        assertThat(stemmed.without(STEMS).layers()).containsExactly(TOKENS, WORDS, LANGUAGE);
    }

    @Test
    void acceptsLayersOfOthersAndChecksThem() {
        Layer<List<Double>> weights = Layer.each(TOKENS, "acme:weights", Double.class);
        assertThat(zum.with(weights, List.of(1.0, 2.0, 0.5)).get(weights)).containsExactly(1.0, 2.0, 0.5);
        assertThatThrownBy(() -> zum.with(weights, List.of()))
                .hasMessageContaining("expected one value for each of the 3 elements of 'tokens', got 0");
    }

    @Test
    void tellsApartTwoLayersWithOneName() {
        var texts = Layer.document("acme:topic", String.class);
        var numbers = Layer.document("acme:topic", Integer.class);
        var document = Document.of("d1", "x").with(texts, "sport");
        assertThat(document.find(numbers)).isEmpty();
        assertThatThrownBy(() -> document.with(numbers, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("document 'd1' has a layer 'acme:topic' of type java.lang.String, which is not the "
                        + "java.lang.Integer of the layer to add; rename one of the two");
        assertThat(Layer.document("acme:topic", String.class)).isEqualTo(texts);
    }

    @Test
    void refusesALayerNameThatIsNotPlain() {
        assertThatThrownBy(() -> Layer.document("My Layer", String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name of a layer must be lower-case letters and digits, with : . _ or - between them, "
                        + "got \"My Layer\"");
    }

    @Test
    void anEmptyDocumentCanHaveEveryListLayerEmpty() {
        var document = Document.of("")
                .with(SENTENCES, List.of())
                .with(TOKENS, List.of())
                .with(WORDS, List.of())
                .with(SENTIMENT, List.of());
        assertThat(document.get(WORDS)).isEmpty();
    }

    @Test
    void documentsAreEqualIfIdTextMetadataAndLayersAre() {
        var same =
                Document.of("d1", "Zum Bahnhof.").with(TOKENS, zum.get(TOKENS)).with(WORDS, zum.get(WORDS));
        assertThat(same).isEqualTo(zum).hasSameHashCodeAs(zum);
        assertThat(same.withId("d2")).isNotEqualTo(zum);
        assertThat(same.without(WORDS)).isNotEqualTo(zum);
        assertThat(same.withMetadata(Map.of("a", "b"))).isNotEqualTo(zum);
        assertThat(zum).hasToString("Document 'd1' (12 characters, [tokens, words])");
    }
}
