package org.dragoman.nmt.model;

/** Which embeddings are one and the same table (Press and Wolf 2017). */
public enum Tying {
    /** Source, target and output have tables of their own. */
    NONE,
    /** Target and output share one. */
    TARGET,
    /** Source, target and output share one, which needs a shared vocabulary. */
    ALL
}
