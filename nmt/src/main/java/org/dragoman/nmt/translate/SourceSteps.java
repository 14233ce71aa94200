package org.dragoman.nmt.translate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.dragoman.nmt.model.ModelSettings;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What must be done with sentences before a model can read them. */
public final class SourceSteps {

    private SourceSteps() {}

    /**
     * The annotators on the class path that give sentences the layers a model needs; none if it needs no others. The tokens of a model
     * that reads tokenised text are those of {@link WhiteSpaceTokens}.
     *
     * @param needed layers, {@link Layers#SENTENCES} among them or not
     * @throws IllegalArgumentException if no annotator gives a layer; the message names it
     */
    static List<Annotator> of(ModelSettings model, Collection<Layer<?>> needed) {
        var further =
                needed.stream().filter(layer -> !layer.equals(Layers.SENTENCES)).toList();
        if (further.isEmpty()) {
            return List.of();
        }
        var names = further.stream().map(Layer::name).sorted().toList();
        try {
            return List.of(giving(names, model.source(), model.readsTokens(), "language " + model.source()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the model reads the layers " + String.join(", ", names)
                            + " of its source, and no steps on the class path give them (" + e.getMessage()
                            + "); annotate the documents with them before",
                    e);
        }
    }

    /**
     * The annotators on the class path that give sentences some layers.
     *
     * @param layers their names
     * @param language of the sentences
     * @param isTokenized whether tokens are what stands between white space
     * @param source where the names are from, for messages
     * @return a pipeline for documents that have sentences
     * @throws IllegalArgumentException if no annotator gives a layer; the message names it
     */
    public static Pipeline giving(List<String> layers, String language, boolean isTokenized, String source) {
        var given = new ArrayList<>(List.of(Layers.SENTENCES.name()));
        var steps = new ArrayList<Annotator>();
        var wanted = layers;
        if (isTokenized) {
            given.addAll(List.of(Layers.TOKENS.name(), Layers.WORDS.name()));
            steps.add(new WhiteSpaceTokens());
            wanted = layers.stream().filter(layer -> !given.contains(layer)).toList();
        }
        if (!wanted.isEmpty()) {
            var json = JsonNodeFactory.instance.objectNode().put("language", language);
            given.forEach(json.putArray("given")::add);
            wanted.forEach(json.putArray("layers")::add);
            steps.add(Pipeline.parse(source, json.toString()));
        }
        return Pipeline.of(Set.of(Layers.SENTENCES), steps);
    }

    /** The steps that a model needs, for documents made by {@link #sentence}. */
    public static Pipeline pipeline(ModelSettings model) {
        return Pipeline.of(Set.of(Layers.SENTENCES), of(model, model.factors().requires()));
    }

    /**
     * A sentence with the layers that a model reads.
     *
     * @throws IllegalArgumentException if no annotator on the class path gives a layer; the message names it
     */
    public static Document annotated(String sentence, ModelSettings model) {
        try (var pipeline = pipeline(model)) {
            return pipeline.process(sentence(sentence));
        }
    }

    /** A document that is one sentence, or has none if it is empty. */
    public static Document sentence(String text) {
        return Document.of(text)
                .with(Layers.SENTENCES, text.isEmpty() ? List.of() : List.of(new Span(0, text.length())));
    }
}
