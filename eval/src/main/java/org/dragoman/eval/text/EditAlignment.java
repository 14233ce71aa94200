package org.dragoman.eval.text;

import java.util.BitSet;

/** Which words of a hypothesis and its reference the edit distance leaves as they are, and which stand beside each other. */
final class EditAlignment {
    private final BitSet hypothesisMatches = new BitSet();
    private final BitSet referenceMatches = new BitSet();
    private final int[] wordsRead;

    /**
     * The alignment of the cheapest path through a matrix. Of paths that cost the same it is the one that, seen from the end, takes or
     * replaces a word if it can, and else rather deletes one than inserts one.
     */
    EditAlignment(EditMatrix matrix) {
        var i = matrix.hypothesis().length;
        var j = matrix.reference().length;
        wordsRead = new int[j + 1];
        while (j > 0) {
            var cost = matrix.cost(i, j);
            var isMatch = matrix.isMatch(i, j);
            if (cost == matrix.cost(i - 1, j - 1) + (isMatch ? 0 : 1)) {
                wordsRead[j--] = i--;
                hypothesisMatches.set(i, isMatch);
                referenceMatches.set(j, isMatch);
            } else if (cost == matrix.cost(i - 1, j) + 1) {
                i--;
            } else {
                wordsRead[j--] = i;
            }
        }
    }

    /** Whether the hypothesis's word at {@code i} is replaced or deleted. */
    boolean isHypothesisWrong(int i) {
        return !hypothesisMatches.get(i);
    }

    /** Whether the reference's word at {@code j} is inserted, or put in place of another. */
    boolean isReferenceWrong(int j) {
        return !referenceMatches.get(j);
    }

    /** How many words of the hypothesis stand beside or before the first {@code j} of the reference; 0 for {@code j} = 0. */
    int wordsRead(int j) {
        return wordsRead[j];
    }
}
