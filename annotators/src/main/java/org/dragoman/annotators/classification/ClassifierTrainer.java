package org.dragoman.annotators.classification;

import org.dragoman.annotators.training.HeldOut;
import org.dragoman.annotators.training.Seed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a {@link TextClassifier} from labelled texts: the exact lowest point of {@link LogisticLoss}, then a temperature for its scores
 * that makes its probabilities as good as can be on texts that it was not made from (Guo et al. 2017, On Calibration of Modern Neural
 * Networks, section 4), found by cross-validation.
 *
 * <p>The same texts, settings and seed give the same bytes. Safe for use by many threads.
 */
public final class ClassifierTrainer {
    private static final int FOLDS = 5;
    private static final double TOLERANCE = 1e-3;

    private final ClassifierSettings settings;

    /** A trainer with fixed settings. */
    public ClassifierTrainer(ClassifierSettings settings) {
        this.settings = settings;
    }

    /** Trains a classifier from texts that are all of the kind that it is for. */
    public TextClassifier train(List<LabelledText> texts, Seed seed) {
        return train(texts, List.of(), seed);
    }

    /**
     * Trains a classifier.
     *
     * @param texts of the kind that the classifier is for, on which the temperature is found
     * @param support further texts to learn from
     * @param seed decides how the texts are split for the cross-validation
     * @throws IllegalArgumentException if there are no texts, or all are of one class
     */
    public TextClassifier train(List<LabelledText> texts, List<LabelledText> support, Seed seed) {
        var all = joined(texts, support);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("there is no text to learn from");
        }
        var labels = labels(all);
        if (labels.size() < 2) {
            throw new IllegalArgumentException("all " + all.size() + " texts to learn from have the label \""
                    + labels.get(0) + "\", and a classifier needs at least two classes");
        }
        return model(all, labels, temperature(texts, support, labels, seed));
    }

    private static List<String> labels(List<LabelledText> texts) {
        return texts.stream().map(LabelledText::label).distinct().sorted().toList();
    }

    private static List<LabelledText> joined(List<LabelledText> texts, List<LabelledText> support) {
        var all = new ArrayList<>(texts);
        all.addAll(support);
        return all;
    }

    /** The temperature that suits models of four fifths of the texts on the fifth that is left. */
    private double temperature(List<LabelledText> texts, List<LabelledText> support, List<String> labels, Seed seed) {
        var shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, seed.random("folds of calibration"));
        var calibration = new Calibration();
        for (var fold = 0; fold < FOLDS; fold++) {
            var split = new HeldOut(FOLDS, fold);
            var rest = joined(split.rest(shuffled), support);
            if (labels(rest).equals(labels)) { // else a class has too few texts to leave some out
                var model = model(rest, labels, 1);
                for (var text : split.of(shuffled)) {
                    calibration.add(model.scores(text.text()), labels.indexOf(text.label()), text.importance());
                }
            }
        }
        return calibration.temperature();
    }

    TextClassifier model(List<LabelledText> texts, List<String> labels, double temperature) {
        var hashes =
                texts.stream().map(text -> settings.features().of(text.text())).toList();
        var known = frequent(hashes);
        var rows = SparseRows.of(hashes, known, settings.unitLength());
        var classes =
                texts.stream().mapToInt(text -> labels.indexOf(text.label())).toArray();
        var importance = texts.stream().mapToDouble(LabelledText::importance).toArray();
        var vectors = LogisticLoss.vectors(labels.size());
        var scales = new double[vectors][];
        for (var i = 0; i < vectors; i++) {
            scales[i] = settings.weighting() == Weighting.EQUAL
                    ? ones(known.length)
                    : logRatios(rows, classes, importance, vectors == 1 ? 1 : i);
        }
        var weights = new LogisticLoss(rows, classes, importance, scales, settings.penalty()).minimum(TOLERANCE);
        return rounded(labels, known, weights, temperature);
    }

    /** The features that occur in enough texts, sorted. */
    private int[] frequent(List<int[]> texts) {
        var all = texts.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        var kept = 0;
        for (var start = 0; start < all.length; ) {
            var end = start;
            while (end < all.length && all[end] == all[start]) {
                end++;
            }
            if (end - start >= settings.leastTexts()) {
                all[kept++] = all[start];
            }
            start = end;
        }
        return Arrays.copyOf(all, kept);
    }

    private static double[] ones(int length) {
        var ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** How much more often each feature occurs in a class than outside, add-one smoothed, in logarithms (Wang and Manning 2012, equation 2). */
    private static double[] logRatios(SparseRows rows, int[] classes, double[] importance, int of) {
        var inside = ones(rows.width());
        var outside = ones(rows.width());
        for (var row = 0; row < rows.size(); row++) {
            var counts = classes[row] == of ? inside : outside;
            for (var column : rows.columns()[row]) {
                counts[column] += importance[row];
            }
        }
        var shift = StrictMath.log(
                Arrays.stream(inside).sum() / Arrays.stream(outside).sum());
        for (var column = 0; column < inside.length; column++) {
            inside[column] = StrictMath.log(inside[column] / outside[column]) - shift;
        }
        return inside;
    }

    /** Puts the weights of the features that count most into 16 bits each. */
    private TextClassifier rounded(List<String> labels, int[] known, double[] weights, double temperature) {
        var vectors = LogisticLoss.vectors(labels.size());
        var kept = largest(known.length, weights, vectors);
        var steps = new double[vectors];
        var biases = new double[vectors];
        var values = new short[vectors][kept.length];
        for (var i = 0; i < vectors; i++) {
            var offset = i * (known.length + 1);
            var largest = Arrays.stream(kept)
                    .mapToDouble(column -> Math.abs(weights[offset + column]))
                    .max()
                    .orElse(0);
            var step = largest == 0 ? 1 : largest / Short.MAX_VALUE;
            for (var j = 0; j < kept.length; j++) {
                values[i][j] = (short) Math.round(weights[offset + kept[j]] / step);
            }
            steps[i] = step / temperature;
            biases[i] = weights[offset + known.length] / temperature;
        }
        var hashes = Arrays.stream(kept).map(column -> known[column]).toArray();
        return new TextClassifier(labels, settings.features(), settings.unitLength(), hashes, values, steps, biases);
    }

    /** The columns to keep, sorted. */
    private int[] largest(int columns, double[] weights, int vectors) {
        var all = IntStream.range(0, columns);
        if (settings.mostFeatures() == 0 || settings.mostFeatures() >= columns) {
            return all.toArray();
        }
        var sizes = new double[columns];
        for (var column = 0; column < columns; column++) {
            for (var i = 0; i < vectors; i++) {
                sizes[column] = Math.max(sizes[column], Math.abs(weights[i * (columns + 1) + column]));
            }
        }
        return all.boxed()
                .sorted((a, b) -> sizes[a] == sizes[b] ? Integer.compare(a, b) : Double.compare(sizes[b], sizes[a]))
                .limit(settings.mostFeatures())
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }
}
