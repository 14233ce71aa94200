package org.dragoman.nmt.factors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.settings.Settings;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One thing that is known of each piece of a source beside the piece itself. */
public sealed interface Factor permits LayerFactor, FeatureFactor {

    /** Its name in files and messages; no two factors of a model may have the same. */
    String name();

    /** Numbers in its embedding; empty where embeddings are summed, so that all are of the model's size. */
    Optional<Integer> size();

    /** The layers that it is computed from. */
    Set<Layer<?>> requires();

    /** Looks at a document that has the layers of {@link #requires}. */
    PieceValues of(Document document);

    /**
     * Numbers its values.
     *
     * @param counts how many tokens of the training corpora have each
     */
    Vocabulary vocabulary(Map<String, Long> counts);

    /** Returns the settings as JSON that {@link #from} reads. */
    ObjectNode toJson();

    /** Reads {@code {"layer": "pos"}} or {@code {"feature": "case"}}, each with {@code size} where embeddings are concatenated. */
    static Factor from(Settings settings) {
        return settings.keys().contains("feature") ? FeatureFactor.from(settings) : LayerFactor.from(settings);
    }
}
