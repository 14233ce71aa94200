package org.dragoman.nmt.model;

import org.dragoman.nmt.tensor.Parameters;

/** The architecture of a model and its sizes: all that is needed to build it, apart from its vocabularies. */
public sealed interface ModelConfig permits TransformerConfig, RecurrentConfig {

    /**
     * Builds the model with parameters in their initial state.
     *
     * @throws IllegalArgumentException if the configuration doesn't fit the vocabularies
     */
    EncoderDecoder build(VocabularySizes sizes, Parameters parameters);
}
