package org.dragoman.nmt.factors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which factors a model reads beside the pieces, and how their embeddings become one.
 *
 * @param factors in the order of their embeddings; none for a model that reads pieces only
 * @param combine how their embeddings and that of the piece are combined
 */
public record FactorConfig(List<Factor> factors, Combination combine) {

    /** A model that reads pieces only. */
    public static final FactorConfig NONE = new FactorConfig(List.of(), Combination.SUM);

    /** The key of the factors in JSON. */
    public static final String FACTORS = "factors";

    /** How several embeddings become one of the model's size. */
    public enum Combination {
        /** Each is of the model's size, and they are added. */
        SUM,
        /** They stand side by side (Sennrich and Haddow 2016, equation 5); the piece has what the sizes of the factors leave of the model's. */
        CONCATENATE
    }

    public FactorConfig {
        factors = List.copyOf(factors);
        var names = new HashSet<String>();
        for (var factor : factors) {
            if (!names.add(factor.name())) {
                throw new IllegalArgumentException("the factor " + factor.name() + " is there twice");
            }
            if (factor.size().isPresent() != (combine == Combination.CONCATENATE)) {
                throw new IllegalArgumentException(
                        combine == Combination.CONCATENATE
                                ? "the factor " + factor.name() + " needs a size, since embeddings are concatenated"
                                : "the factor " + factor.name()
                                        + " can't have a size of its own, since embeddings are summed");
            }
        }
    }

    /** Reads the keys {@code factors} and {@code combine}; neither need be there. */
    public static FactorConfig from(Settings settings) {
        var factors = settings.objects(FACTORS, Factor::from).or(List.of());
        var combine = settings.choice("combine", Combination.class).or(Combination.SUM);
        if (settings.hasProblems()) {
            return NONE;
        }
        try {
            return new FactorConfig(factors, combine);
        } catch (IllegalArgumentException e) {
            settings.problem(FACTORS, "must fit together: " + e.getMessage());
            return NONE;
        }
    }

    /** Writes the keys that {@link #from} reads. */
    public void writeTo(ObjectNode node) {
        var array = node.putArray(FACTORS);
        factors.forEach(factor -> array.add(factor.toJson()));
        node.put("combine", combine.name().toLowerCase(Locale.ROOT));
    }

    public boolean isEmpty() {
        return factors.isEmpty();
    }

    /** The layers that a source needs. */
    public Set<Layer<?>> requires() {
        return sorted(
                factors.stream().flatMap(factor -> factor.requires().stream()).toList());
    }

    /** Those of {@link #requires} that aren't the pipeline's own. */
    public Set<Layer<?>> ownLayers() {
        return sorted(requires().stream()
                .filter(layer -> !Layers.all().contains(layer))
                .toList());
    }

    /** The layers that a document lacks of those of {@link #requires}; none if it can be read. */
    public List<String> missing(Document document) {
        return requires().stream()
                .filter(layer -> !document.has(layer))
                .map(Layer::name)
                .toList();
    }

    private static Set<Layer<?>> sorted(Collection<Layer<?>> layers) {
        var byName = new TreeMap<String, Layer<?>>();
        layers.forEach(layer -> byName.put(layer.name(), layer));
        return new LinkedHashSet<>(byName.values());
    }

    /** Numbers in the embedding of each factor; none where embeddings are summed. */
    public List<Integer> sizes() {
        return factors.stream().flatMap(factor -> factor.size().stream()).toList();
    }
}
