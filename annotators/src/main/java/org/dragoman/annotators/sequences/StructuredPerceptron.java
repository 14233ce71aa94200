package org.dragoman.annotators.sequences;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns weights by searching for the best tags of one sentence after the other: where wrong tags score more than the right ones, the
 * features of the right ones gain and those of the wrong ones lose. The change is made up to the word where the right tags fall behind the
 * most, so that it is right even where the beam lost them (max-violation; Huang et al. 2012, section 3).
 */
final class StructuredPerceptron {
    private final TagSet tags;
    private final int width;
    private final AveragedWeights weights = new AveragedWeights();

    /** A sentence with its right tags. */
    record Example(SentenceFeatures features, int[] tags) {}

    StructuredPerceptron(TagSet tags, int width) {
        this.tags = tags;
        this.width = width;
    }

    AveragedWeights weights() {
        return weights;
    }

    /** Looks at each example once, in a random order. */
    void round(List<Example> examples, Random random) {
        var order = new ArrayList<>(examples);
        Collections.shuffle(order, random);
        for (var example : order) {
            learn(example);
            weights.nextStep();
        }
    }

    private void learn(Example example) {
        var size = example.features().size();
        var search = new BeamSearch(weights, tags, width, example.features());
        var right = 0f;
        var most = -1f;
        var until = -1;
        for (var word = 0; word < size; word++) {
            search.advance(word);
            right += search.score(
                    word, tag(example.tags(), word - 1), tag(example.tags(), word - 2), example.tags()[word]);
            var violation = search.bestScore(word) - right;
            if (violation >= most && differs(search.best(word), example.tags())) {
                most = violation;
                until = word;
            }
        }
        if (until >= 0) {
            update(example, search.best(until), until);
        }
    }

    private static boolean differs(int[] found, int[] right) {
        for (var i = found.length - 1; i >= 0; i--) {
            if (found[i] != right[i]) {
                return true;
            }
        }
        return false;
    }

    private void update(Example example, int[] found, int until) {
        for (var word = 0; word <= until; word++) {
            if (tag(found, word) != tag(example.tags(), word)
                    || tag(found, word - 1) != tag(example.tags(), word - 1)
                    || tag(found, word - 2) != tag(example.tags(), word - 2)) {
                change(example.features(), example.tags(), word, 1);
                change(example.features(), found, word, -1);
            }
        }
    }

    private void change(SentenceFeatures features, int[] path, int word, float change) {
        features.update(word, tag(path, word - 1), tag(path, word - 2), path[word], change, weights);
    }

    private int tag(int[] path, int word) {
        return word < 0 ? tags.size() : path[word];
    }
}
