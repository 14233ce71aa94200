package org.dragoman.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence with the ranges of its tokens and words, for steps that work sentence by sentence.
 *
 * @param span where the sentence is in the text
 * @param firstToken index of its first token
 * @param endToken index after its last token
 * @param firstWord index of its first word
 * @param endWord index after its last word
 */
public record Sentence(Span span, int firstToken, int endToken, int firstWord, int endWord) {
    /**
     * Returns the sentences of a document that has {@link Layers#SENTENCES}, {@link Layers#TOKENS} and {@link Layers#WORDS}.
     * A sentence may have no tokens.
     *
     * @throws IllegalStateException if one of the layers is missing, or a token is not inside one sentence
     */
    public static List<Sentence> in(Document document) {
        var tokens = document.get(Layers.TOKENS);
        var words = document.get(Layers.WORDS);
        var sentences = new ArrayList<Sentence>();
        var token = 0;
        var word = 0;
        for (var span : document.get(Layers.SENTENCES)) {
            var firstToken = token;
            var firstWord = word;
            while (token < tokens.size() && span.contains(tokens.get(token))) {
                token++;
            }
            while (word < words.size() && words.get(word).token() < token) {
                word++;
            }
            sentences.add(new Sentence(span, firstToken, token, firstWord, word));
        }
        checkAllTaken(document, token);
        return List.copyOf(sentences);
    }

    /** The part of a layer with one value a token that belongs to this sentence. */
    public <T> List<T> tokensOf(List<T> values) {
        return values.subList(firstToken, endToken);
    }

    /** The part of a layer with one value a word that belongs to this sentence. */
    public <T> List<T> wordsOf(List<T> values) {
        return values.subList(firstWord, endWord);
    }

    private static void checkAllTaken(Document document, int taken) {
        var tokens = document.get(Layers.TOKENS);
        if (taken < tokens.size()) {
            var span = tokens.get(taken);
            throw new IllegalStateException("document '" + document.id() + "': token " + taken + " " + span + " \""
                    + span.textIn(document.text()) + "\" is not inside one sentence");
        }
    }
}
