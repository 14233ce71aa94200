package org.dragoman.annotators.stems;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Word;

import java.util.Set;

/** Adds {@link Layers#STEMS}. */
public final class StemAnnotator implements Annotator {
    private final Stemmer stemmer;

    public StemAnnotator(Stemmer stemmer) {
        this.stemmer = stemmer;
    }

    @Override
    public String name() {
        return "stems";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.WORDS);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.STEMS);
    }

    @Override
    public Document annotate(Document document) {
        var stems = document.get(Layers.WORDS).stream()
                .map(Word::form)
                .map(stemmer::stem)
                .toList();
        return document.with(Layers.STEMS, stems);
    }
}
