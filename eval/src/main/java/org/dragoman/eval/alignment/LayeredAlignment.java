package org.dragoman.eval.alignment;

import java.util.ArrayList;
import java.util.List;

/**
 * How each head of each layer of a model ties a translation to its source; a model with one attention has one layer of one head. Immutable.
 *
 * @param layers from the bottom up, each with its heads; all tie the same tokens
 */
public record LayeredAlignment(List<List<SoftAlignment>> layers) {
    public LayeredAlignment {
        layers = layers.stream().map(List::copyOf).toList();
        if (layers.isEmpty() || layers.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a layered alignment needs at least one layer and a head in each, got "
                    + layers.stream().map(List::size).toList() + " heads");
        }
        var first = layers.get(0).get(0);
        for (var layer = 0; layer < layers.size(); layer++) {
            for (var head = 0; head < layers.get(layer).size(); head++) {
                var tied = layers.get(layer).get(head);
                if (!tied.source().equals(first.source()) || !tied.target().equals(first.target())) {
                    throw new IllegalArgumentException("all heads must tie the same tokens, but head " + head
                            + " of layer " + layer + " ties others than the first head");
                }
            }
        }
    }

    /** An alignment of one layer and one head. */
    public static LayeredAlignment of(SoftAlignment alignment) {
        return new LayeredAlignment(List.of(List.of(alignment)));
    }

    /** Tokens of the source. */
    public List<String> source() {
        return layers.get(0).get(0).source();
    }

    /** Tokens of the translation. */
    public List<String> target() {
        return layers.get(0).get(0).target();
    }

    /** One head, both counted from 0. */
    public SoftAlignment head(int layer, int head) {
        return layers.get(layer).get(head);
    }

    /** The mean of a layer's heads; layers count from 0. */
    public SoftAlignment layer(int layer) {
        return mean(layers.get(layer));
    }

    /** The mean of the layers, each the mean of its heads. */
    public SoftAlignment average() {
        var means = new ArrayList<SoftAlignment>();
        for (var layer = 0; layer < layers.size(); layer++) {
            means.add(layer(layer));
        }
        return mean(means);
    }

    private static SoftAlignment mean(List<SoftAlignment> alignments) {
        var first = alignments.get(0);
        var weights = new double[first.target().size()][first.source().size()];
        for (var t = 0; t < weights.length; t++) {
            for (var s = 0; s < weights[t].length; s++) {
                var sum = 0.0;
                for (var alignment : alignments) {
                    sum += alignment.weight(s, t);
                }
                weights[t][s] = sum / alignments.size();
            }
        }
        return new SoftAlignment(first.source(), first.target(), weights);
    }
}
