package org.dragoman.nmt.documents;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.PipelineSettings;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.TranslatedSentence;
import org.dragoman.pipeline.Translation;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Translates a text as one sentence to {@code de} by a function, which may throw. */
record FakeTranslator(UnaryOperator<String> function) implements Annotator {
    /** A pipeline of small batches, so that a few lines fill several. */
    static Pipeline pipeline(UnaryOperator<String> function) {
        return Pipeline.of(new FakeTranslator(function)).withSettings(new PipelineSettings(3, 2, 1_000_000, false));
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of();
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.TRANSLATION);
    }

    @Override
    public Document annotate(Document document) {
        var target = function.apply(document.text());
        var sentence = new TranslatedSentence(
                new Span(0, document.text().length()), new Span(0, target.length()), 0, List.of());
        return new Translation("de", Document.of(target), List.of(sentence)).addTo(document);
    }
}
