package org.dragoman.nmt.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.pipeline.settings.Settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The architecture of a model and its sizes: all that is needed to build it, apart from its vocabularies. */
public sealed interface ModelConfig permits TransformerConfig, RecurrentConfig, LanguageModelConfig {

    /** The architectures by their name in JSON, for {@link Settings#kind}. */
    Map<String, Function<Settings, ModelConfig>> KINDS = Map.of(
            "transformer", TransformerConfig::from,
            "recurrent", RecurrentConfig::from,
            "language-model", LanguageModelConfig::from);

    /** What a model of this architecture is for. */
    default Task task() {
        return Task.TRANSLATION;
    }

    /** Whether a decoder of this architecture attends to its source, so that translations can be aligned. */
    default boolean attends() {
        return task() == Task.TRANSLATION;
    }

    /** Whether {@link Encoded#sampled} works, since positions are computed one after the other. */
    default boolean canSampleInputs() {
        return false;
    }

    /** The longest source in pieces, its end marker counted, that the model can read; empty if there is no limit. */
    default OptionalInt longestSource() {
        return OptionalInt.empty();
    }

    /** Why a model of this architecture can't have factors with embeddings of these sizes beside that of the piece, if it can't. */
    default Optional<String> misfit(List<Integer> factorSizes) {
        return Optional.empty();
    }

    /**
     * Builds the model with parameters in their initial state.
     *
     * @throws IllegalArgumentException if the configuration doesn't fit the vocabularies
     */
    EncoderDecoder build(VocabularySizes sizes, Parameters parameters);

    /** Returns the settings as JSON that {@link #KINDS} reads. */
    ObjectNode toJson();
}
