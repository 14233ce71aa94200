package org.dragoman.annotators.sentences;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;

import java.util.Set;

/** Adds {@link Layers#SENTENCES}. */
public final class SentenceAnnotator implements Annotator {
    private final SentenceSplitter splitter;

    public SentenceAnnotator(SentenceSplitter splitter) {
        this.splitter = splitter;
    }

    @Override
    public String name() {
        return "sentences";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of();
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.SENTENCES);
    }

    @Override
    public Document annotate(Document document) {
        return document.with(Layers.SENTENCES, splitter.split(document.text()));
    }
}
