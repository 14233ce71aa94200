package org.dragoman.corpora.format;

import org.dragoman.corpora.SentencePair;

/** Pairs as lines. */
final class ParallelLines {
    private ParallelLines() {}

    static String tabSeparated(SentencePair pair) throws UnholdableTextException {
        return TextLimit.COLUMN.checked("the source", pair.source())
                + "\t"
                + TextLimit.LAST_COLUMN.checked("the target", pair.target())
                + "\n";
    }
}
