package org.dragoman.annotators.linear;

import org.dragoman.annotators.training.Seed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Learns a {@link LinearModel} by softmax regression (for two classes: logistic regression) with the regularised dual averaging of Duchi,
 * Hazan and Singer 2011 (Adaptive Subgradient Methods, section 3.3): each weight has a step size of its own, and those whose gradients don't
 * agree are exactly 0.
 *
 * <p>The same cases in the same order with the same settings give the same model on every machine that computes {@code exp} alike. Not safe
 * for use by several threads.
 */
public final class LinearTrainer {
    private static final int LARGEST_WEIGHT = 10_000; // in steps
    private static final short[] BOTH = {0, 1};

    private final int classes;
    private final LinearSettings settings;
    private final Seed seed;
    private final List<Case> cases = new ArrayList<>();

    /**
     * One case to learn from.
     *
     * @param features hashes
     * @param candidates the classes to choose from, among them the right one
     * @param right index into {@code candidates}
     */
    private record Case(int[] features, short[] candidates, int right) {}

    /**
     * Begins to learn a model with a number of classes.
     *
     * @param seed for the order of the cases
     */
    public LinearTrainer(int classes, LinearSettings settings, Seed seed) {
        this.classes = classes;
        this.settings = settings;
        this.seed = seed;
    }

    /** Adds a case for a model of two classes. */
    public void add(Features features, boolean right) {
        cases.add(new Case(features.toArray(), BOTH, right ? 1 : 0));
    }

    /**
     * Adds a case that has only some classes to choose from.
     *
     * @param candidates different classes
     * @param right the class that is right, one of them
     */
    public void add(Features features, short[] candidates, int right) {
        for (var i = 0; i < candidates.length; i++) {
            if (candidates[i] == right) {
                cases.add(new Case(features.toArray(), candidates, i));
                return;
            }
        }
        throw new IllegalArgumentException(
                "class " + right + " is right, but not among the candidates " + Arrays.toString(candidates));
    }

    /** Number of cases. */
    public int size() {
        return cases.size();
    }

    /** Learns from all cases. */
    public LinearModel train() {
        if (cases.isEmpty()) {
            throw new IllegalStateException("there is no case to learn from");
        }
        var sums = new GradientSums(settings, frequent());
        var random = seed.random("order of cases");
        var order = new ArrayList<>(cases);
        for (var epoch = 0; epoch < settings.epochs(); epoch++) {
            Collections.shuffle(order, random);
            for (var next : order) {
                update(next, sums);
            }
        }
        return model(sums);
    }

    private IntCounts frequent() {
        var counts = new IntCounts();
        for (var next : cases) {
            for (var hash : next.features) {
                counts.add(hash);
            }
        }
        return counts;
    }

    private void update(Case next, GradientSums sums) {
        var probabilities = probabilities(next, sums);
        sums.step();
        for (var i = 0; i < next.candidates.length; i++) {
            var gradient = probabilities[i] - (i == next.right ? 1 : 0);
            if (Math.abs(gradient) > settings.smallestGradient()) {
                for (var hash : next.features) {
                    sums.add(hash, next.candidates[i], gradient);
                }
            }
        }
    }

    private static float[] probabilities(Case of, GradientSums sums) {
        var scores = new float[of.candidates.length];
        var largest = Float.NEGATIVE_INFINITY;
        for (var i = 0; i < scores.length; i++) {
            for (var hash : of.features) {
                scores[i] += sums.weight(hash, of.candidates[i]);
            }
            largest = Math.max(largest, scores[i]);
        }
        var total = 0f;
        for (var i = 0; i < scores.length; i++) {
            scores[i] = (float) StrictMath.exp(scores[i] - largest);
            total += scores[i];
        }
        for (var i = 0; i < scores.length; i++) {
            scores[i] /= total;
        }
        return scores;
    }

    /** In a model of two classes, the weights of class 0 are those of class 1 with another sign, so twice those of class 1 do as well. */
    private LinearModel model(GradientSums sums) {
        var keys = Arrays.stream(sums.sortedKeys())
                .filter(key -> classes > 2 || GradientSums.classOf(key) == 1)
                .toArray();
        var largest = 0f;
        for (var key : keys) {
            largest = Math.max(largest, Math.abs(sums.weightOf(key)));
        }
        var step = largest == 0 ? 1 : largest / LARGEST_WEIGHT;
        return new LinearModel(classes, classes == 2 ? 2 * step : step, weights(keys, sums, step));
    }

    private static LinearModel.Weights weights(long[] keys, GradientSums sums, float step) {
        var hashes = new int[keys.length];
        var ends = new int[keys.length];
        var rowClasses = new short[keys.length];
        var values = new short[keys.length];
        var features = 0;
        var rows = 0;
        for (var key : keys) {
            var value = (short) Math.round(sums.weightOf(key) / step);
            if (value == 0) {
                continue;
            }
            var hash = GradientSums.hashOf(key);
            if (features == 0 || hashes[features - 1] != hash) {
                hashes[features++] = hash;
            }
            rowClasses[rows] = (short) GradientSums.classOf(key);
            values[rows++] = value;
            ends[features - 1] = rows;
        }
        return new LinearModel.Weights(
                Arrays.copyOf(hashes, features),
                Arrays.copyOf(ends, features),
                Arrays.copyOf(rowClasses, rows),
                Arrays.copyOf(values, rows));
    }
}
