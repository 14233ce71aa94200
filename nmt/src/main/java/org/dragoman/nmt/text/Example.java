package org.dragoman.nmt.text;

/**
 * One sentence pair as numbers. The arrays are not copied: nobody may change them.
 *
 * @param source {@code source[f][s]} is the number of factor f at position s; one factor or more (the pieces, then say their parts of
 *     speech), all of one length, each ending with {@link Vocabulary#END}
 * @param target numbers of the target's pieces, without {@link Vocabulary#START} and {@link Vocabulary#END}, which a {@link Batch}
 *     adds; may be empty
 */
public record Example(int[][] source, int[] target) {
    public Example {
        SourceBatch.check(source);
        for (int t = 0; t < target.length; t++) {
            if (target[t] < Vocabulary.UNKNOWN || target[t] == Vocabulary.START || target[t] == Vocabulary.END) {
                throw new IllegalArgumentException(
                        "the target has %d at position %d, but padding, start and end are added by the batch"
                                .formatted(target[t], t));
            }
        }
    }

    /** Positions of the source, its end counted. */
    public int sourceLength() {
        return source[0].length;
    }

    /** Positions of the target in a batch, so its end counted. */
    public int targetLength() {
        return target.length + 1;
    }
}
