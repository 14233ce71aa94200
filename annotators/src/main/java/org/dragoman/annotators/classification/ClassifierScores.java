package org.dragoman.annotators.classification;

import org.dragoman.eval.label.ConfusionMatrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How good a classifier is on texts that it was not made from.
 *
 * @param texts how many
 * @param accuracy share of texts whose likeliest class is right, 0 to 1
 * @param macroF1 F1 of each class, averaged, 0 to 1
 * @param calibrationError how far the probability of the likeliest class is from the share that is right, in ten groups of texts by
 *     probability, averaged over texts (the expected calibration error of Guo et al. 2017, equation 3), 0 to 1
 */
public record ClassifierScores(int texts, double accuracy, double macroF1, double calibrationError) {
    private static final int GROUPS = 10;

    /** Tests a classifier; all scores are 0 if there are no texts. */
    public static ClassifierScores of(TextClassifier classifier, List<LabelledText> texts) {
        var found = texts.stream().map(text -> classifier.best(text.text())).toList();
        var gold = new ArrayList<String>();
        var predicted = new ArrayList<String>();
        var gaps = new double[GROUPS];
        for (var i = 0; i < texts.size(); i++) {
            gold.add(texts.get(i).label());
            predicted.add(found.get(i).name());
            var group = Math.min(GROUPS - 1, (int) (found.get(i).score() * GROUPS));
            gaps[group] += found.get(i).score() - (gold.get(i).equals(predicted.get(i)) ? 1 : 0);
        }
        var matrix = ConfusionMatrix.of(gold.iterator(), predicted.iterator());
        var gap = 0.0;
        for (var next : gaps) {
            gap += Math.abs(next);
        }
        return new ClassifierScores(
                texts.size(), matrix.accuracy(), matrix.macro().f1(), gap / Math.max(1, texts.size()));
    }

    /** The scores by name, for a model's record. */
    Map<String, Double> named(String texts) {
        var scores = new LinkedHashMap<String, Double>();
        scores.put(texts + " accuracy", accuracy);
        scores.put(texts + " macro F1", macroF1);
        scores.put(texts + " calibration error", calibrationError);
        return scores;
    }
}
