package org.dragoman.nmt.translate;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tokens of text that is tokenised already: what stands between white space, each of them a word. Thread safe. */
public final class WhiteSpaceTokens implements Annotator {

    @Override
    public String name() {
        return "white-space-tokens";
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
        var tokens = new ArrayList<Span>();
        var words = new ArrayList<Word>();
        for (var sentence : document.get(Layers.SENTENCES)) {
            for (var span : AlignmentUnit.WORDS.of(sentence.textIn(document.text()), "")) {
                words.add(new Word(span.shift(sentence.start()).textIn(document.text()), tokens.size()));
                tokens.add(span.shift(sentence.start()));
            }
        }
        return document.with(Layers.TOKENS, List.copyOf(tokens)).with(Layers.WORDS, List.copyOf(words));
    }
}
