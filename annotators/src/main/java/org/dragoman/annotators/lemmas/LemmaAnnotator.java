package org.dragoman.annotators.lemmas;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;

import java.util.ArrayList;
import java.util.Set;

/** Adds {@link Layers#LEMMAS}. */
public final class LemmaAnnotator implements Annotator {
    private final Lemmatizer lemmatizer;

    public LemmaAnnotator(Lemmatizer lemmatizer) {
        this.lemmatizer = lemmatizer;
    }

    @Override
    public String name() {
        return "lemmas";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.WORDS, Layers.POS);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.LEMMAS);
    }

    @Override
    public Document annotate(Document document) {
        var words = document.get(Layers.WORDS);
        var tags = document.get(Layers.POS);
        var lemmas = new ArrayList<String>(words.size());
        for (var i = 0; i < words.size(); i++) {
            lemmas.add(lemmatizer.lemma(words.get(i).form(), tags.get(i)));
        }
        return document.with(Layers.LEMMAS, lemmas);
    }
}
