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
 * Adds {@link Layers#POS}: universal tags, one for each word. The tags are found for tokens; a token of several words has its tag
 * split.
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
            addTags(sentence, sentence.wordsOf(document.get(Layers.WORDS)), tagger.tag(tokens), tags);
        }
        return document.with(Layers.POS, tags);
    }

    private static void addTags(Sentence sentence, List<Word> words, List<String> tokenTags, List<PosTag> tags) {
        var start = 0;
        while (start < words.size()) {
            var token = words.get(start).token();
            var end = start + 1;
            while (end < words.size() && words.get(end).token() == token) {
                end++;
            }
            var forms = words.subList(start, end).stream().map(Word::form).toList();
            WordTags.of(forms, tokenTags.get(token - sentence.firstToken())).forEach(tag -> tags.add(PosTag.of(tag)));
            start = end;
        }
    }
}
