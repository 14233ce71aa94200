package org.dragoman.annotators.pos;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Sentence;
import org.dragoman.pipeline.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Adds {@link Layers#POS}: a universal tag for each word, and that of the treebank if the tagger knows it.
 */
public final class PosAnnotator implements Annotator {
    private final PosTagger tagger;

    public PosAnnotator(PosTagger tagger) {
        this.tagger = tagger;
    }

    @Override
    public String name() {
        return "pos";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.POS);
    }

    @Override
    public Document annotate(Document document) {
        var tags = new ArrayList<PosTag>();
        for (var sentence : Sentence.in(document)) {
            var tokens = sentence.tokensOf(document.get(Layers.TOKENS)).stream()
                    .map(token -> token.textIn(document.text()))
                    .toList();
            tags.addAll(tagger.tag(tokens, byToken(sentence, document.get(Layers.WORDS))));
        }
        return document.with(Layers.POS, tags);
    }

    private static List<List<String>> byToken(Sentence sentence, List<Word> words) {
        var byToken = new ArrayList<List<String>>();
        for (var word : sentence.wordsOf(words)) {
            if (byToken.size() <= word.token() - sentence.firstToken()) {
                byToken.add(new ArrayList<>(1));
            }
            byToken.get(byToken.size() - 1).add(word.form());
        }
        return byToken;
    }
}
