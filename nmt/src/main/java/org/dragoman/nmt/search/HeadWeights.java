package org.dragoman.nmt.search;

import java.util.ArrayList;
import java.util.List;

/**
 * How each head of each layer attended to the source while a target was written.
 *
 * @param layers for each layer that attends to the source, from the bottom up, its heads: for each token of the target, without the end
 *     marker, a row with the weights of the source's positions, which sum to 1 where the model's attention does; handed out as they
 *     are, so nobody may change them
 */
public record HeadWeights(List<List<float[][]>> layers) {

    public HeadWeights {
        layers = layers.stream().map(List::copyOf).toList();
    }

    /** Weights of so many layers, heads, target tokens and source positions, all 0, to be filled row by row. */
    static HeadWeights zeros(int layers, int heads, int target, int source) {
        var all = new ArrayList<List<float[][]>>();
        for (var layer = 0; layer < layers; layer++) {
            var ofLayer = new ArrayList<float[][]>();
            for (var head = 0; head < heads; head++) {
                ofLayer.add(new float[target][source]);
            }
            all.add(ofLayer);
        }
        return new HeadWeights(all);
    }
}
