package org.dragoman.eval.text;

import org.dragoman.corpora.text.WhiteSpace;
import org.dragoman.eval.Metric;
import org.dragoman.eval.Segment;
import org.dragoman.eval.Signature;

import java.util.ArrayList;
import java.util.List;

/**
 * chrF (Popović 2015) and chrF++ (Popović 2017), equal to sacreBLEU 2.6.0: the F-score of n-grams of characters, and of words.
 *
 * <p>Of several references, the one with the best score counts, of two as good the first. Characters are code points. Lower casing follows
 * the Unicode data of the Java machine, as in {@link Bleu}.
 */
public final class Chrf implements Metric<ChrfStatistics, ChrfScore> {
    private static final double EPSILON = 1e-16; // chrF++.py's

    private final ChrfConfig config;

    /** A text as chrF sees it. */
    private record Text(int[] characters, List<String> words) {}

    public Chrf(ChrfConfig config) {
        this.config = config;
    }

    /** Settings that the scores are made with. */
    public ChrfConfig config() {
        return config;
    }

    @Override
    public ChrfStatistics statistics(Segment segment) {
        var hypothesis = text(segment.hypothesis());
        var references = segment.references();
        var best = statistics(hypothesis, text(references.get(0)), references.size());
        for (var reference : references.subList(1, references.size())) {
            var next = statistics(hypothesis, text(reference), references.size());
            best = value(next) > value(best) ? next : best;
        }
        return best;
    }

    private Text text(String line) {
        var cased = config.lowerCase() ? LowerCase.of(line) : line;
        var characters = cased.codePoints();
        if (!config.whiteSpace()) {
            characters = characters.filter(c -> !WhiteSpace.contains(c));
        }
        return new Text(characters.toArray(), config.wordOrder() > 0 ? words(cased) : List.of());
    }

    /** Words, of which a mark at the end, or else one at the start, is a word of its own. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : WhiteSpace.split(text)) {
            var last = word.length() - 1;
            if (last > 0 && isPunctuation(word.charAt(last))) {
                words.add(word.substring(0, last));
                words.add(word.substring(last));
            } else if (last > 0 && isPunctuation(word.charAt(0))) {
                words.add(word.substring(0, 1));
                words.add(word.substring(1));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }

    private ChrfStatistics statistics(Text hypothesis, Text reference, int references) {
        var matches = NgramMatches.count(hypothesis.characters, List.of(reference.characters), config.characterOrder());
        var characters =
                ChrfStatistics.of(hypothesis.characters.length, reference.characters.length, matches, references);
        return config.wordOrder() == 0
                ? characters
                : characters.followedBy(ChrfStatistics.of(
                        hypothesis.words.size(),
                        reference.words.size(),
                        NgramMatches.count(hypothesis.words, List.of(reference.words), config.wordOrder()),
                        references));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the n-grams were not counted up to the orders of the settings
     */
    @Override
    public ChrfScore score(ChrfStatistics statistics) {
        if (statistics.orders() != config.characterOrder() + config.wordOrder()) {
            throw new IllegalArgumentException("statistics must have the orders of the settings, "
                    + config.characterOrder() + " and " + config.wordOrder() + ", got " + statistics.orders()
                    + " together");
        }
        return new ChrfScore(value(statistics), config.beta(), config.wordOrder(), signature(statistics));
    }

    private double value(ChrfStatistics statistics) {
        return Math.min(100, config.epsilonSmoothing() ? meanOfScores(statistics) : scoreOfMeans(statistics));
    }

    /** The mean of the orders' F-scores, as in chrF++.py. */
    private double meanOfScores(ChrfStatistics statistics) {
        var sum = 0.0;
        for (var order = 0; order < statistics.orders(); order++) {
            sum += score(precision(statistics, order), recall(statistics, order), EPSILON);
        }
        return 100 * sum / statistics.orders();
    }

    /** The F-score of mean precision and mean recall over the effective orders. */
    private double scoreOfMeans(ChrfStatistics statistics) {
        var precision = 0.0;
        var recall = 0.0;
        var effective = 0;
        for (var order = 0; order < statistics.orders(); order++) {
            if (statistics.hypothesis(order) > 0 && statistics.reference(order) > 0) {
                precision += precision(statistics, order);
                recall += recall(statistics, order);
                effective++;
            }
        }
        return effective == 0 ? 0 : 100 * score(precision / effective, recall / effective, 0);
    }

    private static double precision(ChrfStatistics statistics, int order) {
        var total = statistics.hypothesis(order);
        return total > 0 ? (double) statistics.matches(order) / total : EPSILON;
    }

    private static double recall(ChrfStatistics statistics, int order) {
        var total = statistics.reference(order);
        return total > 0 ? (double) statistics.matches(order) / total : EPSILON;
    }

    /** F-beta: (1 + beta^2) P R / (beta^2 P + R). */
    private double score(double precision, double recall, double otherwise) {
        var factor = (double) config.beta() * config.beta();
        var denominator = factor * precision + recall;
        return denominator > 0 ? (1 + factor) * precision * recall / denominator : otherwise;
    }

    private Signature signature(ChrfStatistics statistics) {
        var most = statistics.mostReferences();
        var references = statistics.fewestReferences() == most ? Integer.toString(most) : "var";
        return new Signature(List.of(
                new Signature.Field("nrefs", "#", references),
                new Signature.Field("case", "c", config.lowerCase() ? "lc" : "mixed"),
                new Signature.Field("eff", "e", config.epsilonSmoothing() ? "no" : "yes"),
                new Signature.Field("nc", "nc", Integer.toString(config.characterOrder())),
                new Signature.Field("nw", "nw", Integer.toString(config.wordOrder())),
                new Signature.Field("space", "s", config.whiteSpace() ? "yes" : "no"),
                Signature.VERSION));
    }
}
