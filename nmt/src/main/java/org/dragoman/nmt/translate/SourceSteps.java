package org.dragoman.nmt.translate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Span;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be done with sentences before a model can read them. */
public final class SourceSteps {

    private SourceSteps() {}

    /**
     * The annotators on the class path that give sentences the layers a model needs; none if it needs no others.
     *
     * @param language of the sentences
     * @param needed layers, {@link Layers#SENTENCES} among them or not
     * @throws IllegalArgumentException if no annotator gives a layer; the message names it
     */
    static List<Annotator> of(String language, Collection<Layer<?>> needed) {
        var further =
                needed.stream().filter(layer -> !layer.equals(Layers.SENTENCES)).toList();
        if (further.isEmpty()) {
            return List.of();
        }
        var json = JsonNodeFactory.instance.objectNode().put("language", language);
        json.putArray("given").add(Layers.SENTENCES.name());
        var layers = json.putArray("layers");
        further.forEach(layer -> layers.add(layer.name()));
        var names = further.stream().map(Layer::name).sorted().collect(Collectors.joining(", "));
        try {
            return List.of(Pipeline.parse("language " + language, json.toString()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the model reads the layers " + names + " of its source, and no steps on the class path give them ("
                            + e.getMessage() + "); annotate the documents with them before",
                    e);
        }
    }

    /** The same as a pipeline for documents made by {@link #sentence}. */
    static Pipeline pipeline(String language, Collection<Layer<?>> needed) {
        return Pipeline.of(Set.of(Layers.SENTENCES), of(language, needed));
    }

    /**
     * A sentence with the layers that a model reads.
     *
     * @throws IllegalArgumentException if no annotator on the class path gives a layer; the message names it
     */
    public static Document annotated(String sentence, TranslationModel model) {
        var settings = model.settings();
        try (var pipeline = pipeline(settings.source(), settings.factors().requires())) {
            return pipeline.process(sentence(sentence));
        }
    }

    /** A document that is one sentence, or has none if it is empty. */
    static Document sentence(String text) {
        return Document.of(text)
                .with(Layers.SENTENCES, text.isEmpty() ? List.of() : List.of(new Span(0, text.length())));
    }
}
