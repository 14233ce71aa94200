package org.dragoman.annotators.tokens;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Adds {@link Layers#TOKENS} and {@link Layers#WORDS}. No token crosses the end of a sentence. */
public final class TokenAnnotator implements Annotator {
    private final Tokenizer tokenizer;
    private final WordSplitter splitter;

    public TokenAnnotator(Tokenizer tokenizer, WordSplitter splitter) {
        this.tokenizer = tokenizer;
        this.splitter = splitter;
    }

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.SENTENCES);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.TOKENS, Layers.WORDS);
    }

    @Override
    public Document annotate(Document document) {
        var text = document.text();
        var tokens = new ArrayList<Span>();
        var words = new ArrayList<Word>();
        for (var sentence : document.get(Layers.SENTENCES)) {
            var ofSentence = tokenizer.tokenize(text, sentence);
            addWords(ofSentence.stream().map(token -> token.textIn(text)).toList(), tokens.size(), words);
            tokens.addAll(ofSentence);
        }
        return document.with(Layers.TOKENS, tokens).with(Layers.WORDS, words);
    }

    private void addWords(List<String> tokens, int first, List<Word> words) {
        for (var i = 0; i < tokens.size(); i++) {
            for (var form : splitter.split(tokens, i)) {
                words.add(new Word(form, first + i));
            }
        }
    }
}
