package org.dragoman.annotators.sentiment;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;

import java.util.Set;

/** Adds {@link Layers#SENTIMENT} and {@link Layers#DOCUMENT_SENTIMENT}. */
public final class SentimentAnnotator implements Annotator {
    private final SentimentModel model;

    public SentimentAnnotator(SentimentModel model) {
        this.model = model;
    }

    @Override
    public String name() {
        return "sentiment";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.SENTENCES);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.SENTIMENT, Layers.DOCUMENT_SENTIMENT);
    }

    @Override
    public Document annotate(Document document) {
        var sentences = document.get(Layers.SENTENCES).stream()
                .map(span -> span.textIn(document.text()))
                .toList();
        return document.with(
                        Layers.SENTIMENT,
                        sentences.stream().map(model::ofSentence).toList())
                .with(Layers.DOCUMENT_SENTIMENT, model.ofDocument(document.text(), sentences));
    }
}
