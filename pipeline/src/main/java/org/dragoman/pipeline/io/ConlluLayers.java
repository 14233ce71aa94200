package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;

import java.util.List;

/** Layers that keep what CoNLL-U has and no other layer does, so that a file can be written as it was read. */
public final class ConlluLayers {
    /** Columns of each word. */
    public static final Layer<List<ConlluFields>> FIELDS =
            Layer.each(Layers.WORDS, "conllu:fields", ConlluFields.class);

    /** Columns of each token that has several words; {@link ConlluToken#NONE} for the others. */
    public static final Layer<List<ConlluToken>> TOKENS = Layer.each(Layers.TOKENS, "conllu:tokens", ConlluToken.class);

    /** Comments and empty nodes of each sentence. */
    public static final Layer<List<ConlluSentence>> SENTENCES =
            Layer.each(Layers.SENTENCES, "conllu:sentences", ConlluSentence.class);

    private ConlluLayers() {}

    /** All layers of this class. */
    public static List<Layer<?>> all() {
        return List.of(FIELDS, TOKENS, SENTENCES);
    }
}
