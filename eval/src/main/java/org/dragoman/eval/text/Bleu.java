package org.dragoman.eval.text;

import org.dragoman.corpora.text.WhiteSpace;
import org.dragoman.eval.Metric;
import org.dragoman.eval.Segment;
import org.dragoman.eval.Signature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/**
 * BLEU (Papineni et al. 2002), equal to sacreBLEU 2.6.0.
 *
 * <p>White space at the end of a segment is ignored. Of several references, an n-gram may match any (section 2.1 of the paper), and the one
 * whose length is closest counts for the brevity penalty. Lower casing follows the Unicode data of the Java machine: a letter that got its
 * lower case in Unicode 14 or later may differ from Python's.
 */
public final class Bleu implements Metric<BleuStatistics, BleuScore> {
    private final BleuConfig config;

    public Bleu(BleuConfig config) {
        this.config = config;
    }

    /** Settings that the scores are made with. */
    public BleuConfig config() {
        return config;
    }

    /** With effective orders, without which a line of less than four words has no score. */
    @Override
    public Bleu forLines() {
        return new Bleu(config.withEffectiveOrder(true));
    }

    @Override
    public BleuStatistics statistics(Segment segment) {
        var references = segment.references().stream().map(this::tokens).toList();
        return BleuStatistics.of(tokens(segment.hypothesis()), references, config.maxOrder());
    }

    private List<String> tokens(String text) {
        var cased = config.lowerCase() ? LowerCase.of(text) : text;
        return config.tokenizer().tokenize(WhiteSpace.stripTrailing(cased));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the n-grams were not counted up to the order of the settings
     */
    @Override
    public BleuScore score(BleuStatistics statistics) {
        if (statistics.maxOrder() != config.maxOrder()) {
            throw new IllegalArgumentException("statistics must have the n-gram order of the settings, "
                    + config.maxOrder() + ", got " + statistics.maxOrder());
        }
        var brevityPenalty = brevityPenalty(statistics);
        var precisions = statistics.matches(1) == 0 ? List.<Double>of() : precisions(statistics);
        return new BleuScore(
                brevityPenalty * mean(precisions),
                byOrder().map(n -> statistics.matches((int) n)).boxed().toList(),
                byOrder().map(n -> statistics.total((int) n)).boxed().toList(),
                padded(precisions),
                brevityPenalty,
                statistics.hypothesisLength(),
                statistics.referenceLength(),
                signature(statistics));
    }

    private LongStream byOrder() {
        return LongStream.rangeClosed(1, config.maxOrder());
    }

    private static double brevityPenalty(BleuStatistics statistics) {
        var hypothesis = statistics.hypothesisLength();
        var reference = statistics.referenceLength();
        if (hypothesis >= reference) {
            return 1;
        }
        return hypothesis == 0 ? 0 : Math.exp(1 - (double) reference / hypothesis);
    }

    /** Smoothed precisions in percent, up to the last order of which the hypotheses have an n-gram. */
    private List<Double> precisions(BleuStatistics statistics) {
        var precisions = new ArrayList<Double>();
        var zeros = 0;
        for (var n = 1; n <= config.maxOrder(); n++) {
            var addend = n > 1 ? config.smoothing().addend() : 0;
            var matches = statistics.matches(n) + addend;
            var total = statistics.total(n) + addend;
            if (total == 0) {
                break;
            }
            precisions.add(100 * (matches > 0 ? matches : config.smoothing().insteadOfZero(++zeros)) / total);
        }
        return precisions;
    }

    /** Geometric mean over all orders, or over the effective ones; 0 if an order is missing or 0. */
    private double mean(List<Double> precisions) {
        var orders = config.effectiveOrder() ? precisions.size() : config.maxOrder();
        if (precisions.isEmpty() || precisions.size() < orders || precisions.contains(0.0)) {
            return 0;
        }
        var sum = 0.0;
        var largest = 100.0;
        for (var precision : precisions) {
            sum += Math.log(precision);
            largest = Math.max(largest, precision);
        }
        return Math.min(largest, Math.exp(sum / orders)); // rounding may carry a perfect score above by its last bit
    }

    private List<Double> padded(List<Double> precisions) {
        var padded = new ArrayList<>(precisions);
        padded.addAll(Collections.nCopies(config.maxOrder() - precisions.size(), 0.0));
        return padded;
    }

    private Signature signature(BleuStatistics statistics) {
        var most = statistics.mostReferences();
        var references = statistics.fewestReferences() == most ? Integer.toString(most) : "var";
        return new Signature(List.of(
                new Signature.Field("nrefs", "#", references),
                new Signature.Field("case", "c", config.lowerCase() ? "lc" : "mixed"),
                new Signature.Field("eff", "e", config.effectiveOrder() ? "yes" : "no"),
                new Signature.Field("tok", "tok", config.tokenizer().name()),
                new Signature.Field("smooth", "s", config.smoothing().name()),
                Signature.VERSION));
    }
}
