package org.dragoman.eval.annotation;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Label;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Result;
import org.dragoman.pipeline.Sentiment;

import java.util.stream.Stream;

/** Classifies texts. */
public final class LabelRun {

    /** The label of a document for which a classifier found none. */
    public static final String NONE = "(none)";

    private LabelRun() {}

    /**
     * The best label of each text, in order: the first class, or else the language, or else the document's sentiment, whichever the
     * pipeline provides.
     *
     * @throws IllegalArgumentException if the pipeline provides none of these
     */
    public static Stream<String> labels(Pipeline pipeline, Stream<String> texts) {
        var provided = pipeline.provides();
        if (!provided.contains(Layers.LABELS)
                && !provided.contains(Layers.LANGUAGE)
                && !provided.contains(Layers.DOCUMENT_SENTIMENT)) {
            throw new IllegalArgumentException("the pipeline " + pipeline.name()
                    + " has no step that finds classes, the language or the sentiment of documents");
        }
        var results = pipeline.process(texts.map(Document::of));
        return results.map(Result::orElseThrow).map(LabelRun::label).onClose(results::close);
    }

    private static String label(Document document) {
        if (document.has(Layers.LABELS)) {
            return document.get(Layers.LABELS).stream()
                    .findFirst()
                    .map(Label::name)
                    .orElse(NONE);
        }
        return document.find(Layers.LANGUAGE)
                .map(Label::name)
                .or(() -> document.find(Layers.DOCUMENT_SENTIMENT).map(Sentiment::label))
                .orElse(NONE);
    }
}
