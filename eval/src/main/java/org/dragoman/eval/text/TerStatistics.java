package org.dragoman.eval.text;

import org.dragoman.eval.Statistics;

import java.util.Arrays;

/** What TER counts in one segment or in many. Immutable. */
public final class TerStatistics implements Statistics<TerStatistics> {
    private final long edits;
    private final long[]
            referenceWords; // at k - 1 those of all references of segments that have k: integers, so that sums are
    // exact
    private final int fewestReferences;

    private TerStatistics(long edits, long[] referenceWords, int fewestReferences) {
        this.edits = edits;
        this.referenceWords = referenceWords;
        this.fewestReferences = fewestReferences;
    }

    /** Counts in a segment: its edits and the words of all its references together. */
    static TerStatistics of(int edits, int references, long words) {
        var byReferences = new long[references];
        byReferences[references - 1] = words;
        return new TerStatistics(edits, byReferences, references);
    }

    @Override
    public TerStatistics plus(TerStatistics other) {
        var words = Arrays.copyOf(referenceWords, Math.max(mostReferences(), other.mostReferences()));
        for (var k = 0; k < other.referenceWords.length; k++) {
            words[k] += other.referenceWords[k];
        }
        return new TerStatistics(edits + other.edits, words, Math.min(fewestReferences, other.fewestReferences));
    }

    /** Insertions, deletions and substitutions of words, and shifts of phrases; in each segment those to the nearest reference. */
    public long edits() {
        return edits;
    }

    /** Sum over segments of the mean length of their references, in words. */
    public double referenceLength() {
        var length = 0.0;
        for (var k = 0; k < referenceWords.length; k++) {
            length += (double) referenceWords[k] / (k + 1);
        }
        return length;
    }

    /** The smallest number of references that a segment has. */
    public int fewestReferences() {
        return fewestReferences;
    }

    /** The largest number of references that a segment has. */
    public int mostReferences() {
        return referenceWords.length;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof TerStatistics other
                && edits == other.edits
                && Arrays.equals(referenceWords, other.referenceWords)
                && fewestReferences == other.fewestReferences;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(referenceWords) + Long.hashCode(edits);
    }

    @Override
    public String toString() {
        return edits + " edits, reference length " + referenceLength();
    }
}
