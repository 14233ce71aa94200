package org.dragoman.eval.alignment;

/**
 * How well alignments match hand-made ones, from counts that may be added over sentences (Och and Ney 2003, section 5). Immutable.
 *
 * @param links links of the alignments
 * @param sure sure links of the hand-made ones
 * @param sureFound sure links that the alignments have
 * @param possibleFound links of the alignments that are possible, the sure ones among them
 */
public record AlignmentScore(long links, long sure, long sureFound, long possibleFound) {

    /** Of nothing. */
    public static final AlignmentScore EMPTY = new AlignmentScore(0, 0, 0, 0);

    /** Counts in one sentence. */
    public static AlignmentScore of(WordAlignment alignment, GoldAlignment gold) {
        return new AlignmentScore(
                alignment.size(),
                gold.sure().size(),
                alignment.intersection(gold.sure()).size(),
                alignment.intersection(gold.possible()).size());
    }

    /** Counts of both together. */
    public AlignmentScore plus(AlignmentScore other) {
        return new AlignmentScore(
                links + other.links,
                sure + other.sure,
                sureFound + other.sureFound,
                possibleFound + other.possibleFound);
    }

    /** Share of the links that are possible, 0 to 1; 0 where there is no link. */
    public double precision() {
        return links == 0 ? 0 : (double) possibleFound / links;
    }

    /** Share of the sure links that were found, 0 to 1; 0 where there is no sure link. */
    public double recall() {
        return sure == 0 ? 0 : (double) sureFound / sure;
    }

    /** Harmonic mean of precision and recall, 0 to 1. */
    public double f1() {
        var sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /** Alignment error rate, 0 to 1, less is better: {@code 1 - (|A ∩ S| + |A ∩ P|) / (|A| + |S|)}; 0 where there are no links at all. */
    public double errorRate() {
        return links + sure == 0 ? 0 : 1 - (double) (sureFound + possibleFound) / (links + sure);
    }
}
