package org.dragoman.corpora.split;

import java.util.List;

/** Divides a corpus by its sources, so that all pairs with the same source fall into the same part. Not thread safe. */
public interface Split {

    /** The names of the parts, in the order in which they were asked for. */
    List<String> parts();

    /** The number of the part, from 0, of the pairs with this source. */
    int partOf(String source);
}
