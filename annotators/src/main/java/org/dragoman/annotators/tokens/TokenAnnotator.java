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
        var tokens = document.get(Layers.SENTENCES).stream()
                .flatMap(sentence -> tokenizer.tokenize(text, sentence).stream())
                .toList();
        return document.with(Layers.TOKENS, tokens).with(Layers.WORDS, words(text, tokens));
    }

    private List<Word> words(String text, List<Span> tokens) {
        var words = new ArrayList<Word>();
        for (var i = 0; i < tokens.size(); i++) {
            for (var form : splitter.split(tokens.get(i).textIn(text))) {
                words.add(new Word(form, i));
            }
        }
        return words;
    }
}
