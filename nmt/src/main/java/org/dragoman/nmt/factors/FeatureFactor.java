package org.dragoman.nmt.factors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A feature of the text as it stands.
 *
 * @param feature which one
 * @param size see {@link Factor#size}
 */
public record FeatureFactor(Feature feature, Optional<Integer> size) implements Factor {

    static FeatureFactor from(Settings settings) {
        return new FeatureFactor(
                settings.choice("feature", Feature.class).required(),
                settings.integer("size").atLeast(1).optional());
    }

    @Override
    public String name() {
        return feature.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.TOKENS);
    }

    @Override
    public PieceValues of(Document document) {
        return feature.of(document);
    }

    @Override
    public Vocabulary vocabulary(Map<String, Long> counts) {
        return Vocabulary.inOrder(feature.all());
    }

    @Override
    public ObjectNode toJson() {
        var node = JsonNodeFactory.instance.objectNode().put("feature", name());
        size.ifPresent(numbers -> node.put("size", numbers));
        return node;
    }
}
