package org.dragoman.eval.text;

import org.dragoman.eval.Decimals;
import org.dragoman.eval.Score;
import org.dragoman.eval.Signature;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A BLEU score with its parts. Lists have an element for each order, n = 1 first.
 *
 * @param value 0 to 100; more only where floor smoothing puts more matches than there are n-grams
 * @param matches n-grams of the hypotheses that their references have, as counted; sacreBLEU adds the k of add-k smoothing to those of n &gt; 1
 * @param totals n-grams of the hypotheses, as counted; sacreBLEU adds that k here, too
 * @param precisions 0 to 100, smoothed, with floor smoothing possibly more; all 0 where nothing matches, and 0 from the first order on of which the hypotheses have no n-gram
 * @param brevityPenalty 0 to 1; 1 where the hypotheses are no shorter than the references
 * @param hypothesisLength tokens of the hypotheses
 * @param referenceLength tokens of the references, in each segment of the one whose length is closest to the hypothesis's
 * @param signature how the score was made
 */
public record BleuScore(
        double value,
        List<Long> matches,
        List<Long> totals,
        List<Double> precisions,
        double brevityPenalty,
        long hypothesisLength,
        long referenceLength,
        Signature signature)
        implements Score {

    public BleuScore {
        matches = List.copyOf(matches);
        totals = List.copyOf(totals);
        precisions = List.copyOf(precisions);
    }

    @Override
    public String name() {
        return "BLEU";
    }

    /** Length of the hypotheses by that of the references; 0 where the references are empty. */
    public double ratio() {
        return referenceLength == 0 ? 0 : (double) hypothesisLength / referenceLength;
    }

    @Override
    public String details() {
        var parts = precisions.stream().map(p -> Decimals.fixed(p, 1)).collect(Collectors.joining("/"));
        return parts + " (BP = " + Decimals.fixed(brevityPenalty, 3) + " ratio = " + Decimals.fixed(ratio(), 3)
                + " hyp_len = " + hypothesisLength + " ref_len = " + referenceLength + ")";
    }

    /** As sacreBLEU prints a score: {@code BLEU = 48.53 82.4/50.0/45.5/37.5 (BP = 0.943 ratio = 0.944 hyp_len = 17 ref_len = 18)}. */
    @Override
    public String toString() {
        return format(2);
    }
}
