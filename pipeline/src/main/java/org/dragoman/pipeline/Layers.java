package org.dragoman.pipeline;

import com.fasterxml.jackson.databind.type.TypeFactory;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The layers that steps share. */
public final class Layers {
    /** Sentences, without the white space around them. */
    public static final Layer<List<Span>> SENTENCES = Layer.segments("sentences");

    /** Tokens as they are written: words, numbers, punctuation. */
    public static final Layer<List<Span>> TOKENS = Layer.segments("tokens");

    /** Syntactic words: at least one for each token, in the order of the tokens. */
    public static final Layer<List<Word>> WORDS = Layer.partsOf(TOKENS, "words", Word.class, Layers::wordsFitTokens);

    /** Stem of each word. */
    public static final Layer<List<String>> STEMS = Layer.each(WORDS, "stems", String.class);

    /** Lemma of each word. */
    public static final Layer<List<String>> LEMMAS = Layer.each(WORDS, "lemmas", String.class);

    /** Part of speech of each word. */
    public static final Layer<List<PosTag>> POS = Layer.each(WORDS, "pos", PosTag.class);

    /** Named entities; they may nest. */
    public static final Layer<List<Entity>> ENTITIES = Layer.spans("entities", Entity.class, Entity::span);

    /** Phrases, which don't overlap. */
    public static final Layer<List<Chunk>> CHUNKS = Layer.segments("chunks", Chunk.class, Chunk::span);

    /** Sentiment of each sentence. */
    public static final Layer<List<Sentiment>> SENTIMENT = Layer.each(SENTENCES, "sentiment", Sentiment.class);

    /** Sentiment of the document as a whole. */
    public static final Layer<Sentiment> DOCUMENT_SENTIMENT = Layer.document("document-sentiment", Sentiment.class);

    /** Language of the document; the label's name is a BCP 47 tag, {@code und} if it can't be told. */
    public static final Layer<Label> LANGUAGE = Layer.document("language", Label.class);

    /** Classes of the document, the best first. */
    public static final Layer<List<Label>> LABELS = Layer.list("labels", Label.class);

    /** Key words and phrases of the document, the best first. */
    public static final Layer<List<Label>> KEYWORDS = Layer.list("keywords", Label.class);

    /** The stretches of text that sum the document up, in the order of the text. */
    public static final Layer<List<Span>> SUMMARY = Layer.segments("summary");

    /** Translations by target language; several translators may each add theirs, see {@link Translation#addTo}. */
    public static final Layer<Map<String, Translation>> TRANSLATION = Layer.custom(
            "translation",
            TypeFactory.defaultInstance().constructMapType(Map.class, String.class, Translation.class),
            true,
            Layers::translationsFit);

    private static final List<Layer<?>> ALL = List.of(
            SENTENCES,
            TOKENS,
            WORDS,
            STEMS,
            LEMMAS,
            POS,
            ENTITIES,
            CHUNKS,
            SENTIMENT,
            DOCUMENT_SENTIMENT,
            LANGUAGE,
            LABELS,
            KEYWORDS,
            SUMMARY,
            TRANSLATION);

    private Layers() {}

    /** All layers of this class, each after its base. */
    public static List<Layer<?>> all() {
        return ALL;
    }

    private static List<Word> wordsFitTokens(Document document, List<Word> words) {
        var tokens = document.get(TOKENS).size();
        var last = -1;
        for (var i = 0; i < words.size(); i++) {
            var token = words.get(i).token();
            if (token != last && token != last + 1) {
                throw new IllegalArgumentException(
                        "word " + i + " \"" + words.get(i).form() + "\" belongs to token " + token + ", expected "
                                + (last < 0 ? "0" : last + " or " + (last + 1)));
            }
            last = token;
        }
        if (last + 1 != tokens) {
            throw new IllegalArgumentException(
                    "the words cover " + (last + 1) + " tokens, but the document has " + tokens);
        }
        return List.copyOf(words);
    }

    private static Map<String, Translation> translationsFit(Document document, Map<String, Translation> translations) {
        translations.forEach((language, translation) -> {
            Checks.check(
                    language.equals(translation.language()),
                    "the key of the translation to " + translation.language(),
                    "its language",
                    language);
            translation.checkSource(document);
        });
        return Collections.unmodifiableMap(new TreeMap<>(translations));
    }
}
