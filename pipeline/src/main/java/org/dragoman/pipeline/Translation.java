package org.dragoman.pipeline;

import java.util.List;
import java.util.TreeMap;

/**
 * A document in another language. The target is a {@link Document} of its own, so it can have tokens, projected entities and
 * whatever else a source can have.
 *
 * @param language BCP 47 tag of the target language, such as {@code de}
 * @param target the translated text with its layers; it has {@link Layers#TOKENS} if a sentence has an alignment
 * @param sentences what became of each sentence, in the order of the source
 */
public record Translation(String language, Document target, List<TranslatedSentence> sentences) {
    public Translation {
        Checks.notBlank("the language of a translation", language);
        sentences = List.copyOf(sentences);
        for (var i = 0; i < sentences.size(); i++) {
            checkTarget(target, sentences.get(i), "sentence " + i + " of the translation to " + language);
        }
    }

    /** Returns {@code source} with this translation beside those it has; one to the same language is replaced. */
    public Document addTo(Document source) {
        var translations = new TreeMap<String, Translation>();
        source.find(Layers.TRANSLATION).ifPresent(translations::putAll);
        translations.put(language, this);
        return source.with(Layers.TRANSLATION, translations);
    }

    private static void checkTarget(Document target, TranslatedSentence sentence, String where) {
        inside(sentence.target(), target, where);
        for (var link : sentence.alignment()) {
            tokenExists(link.target(), target, where);
        }
    }

    void checkSource(Document source) {
        for (var i = 0; i < sentences.size(); i++) {
            var where = "sentence " + i + " of the translation to " + language;
            inside(sentences.get(i).source(), source, where);
            for (var link : sentences.get(i).alignment()) {
                tokenExists(link.source(), source, where);
            }
        }
    }

    private static void inside(Span span, Document document, String where) {
        if (span.end() > document.text().length()) {
            throw new IllegalArgumentException(where + ": span " + span + " ends after the text of document '"
                    + document.id() + "', which has " + document.text().length() + " characters");
        }
    }

    private static void tokenExists(int token, Document document, String where) {
        var count = document.find(Layers.TOKENS).map(List::size).orElse(0);
        if (token >= count) {
            throw new IllegalArgumentException(where + ": the alignment names token " + token + " of document '"
                    + document.id() + "', which has " + count + " tokens");
        }
    }
}
