package org.dragoman.eval.table;

/**
 * A column of a {@link Table}.
 *
 * @param name its heading, plain text
 * @param better which of its values is the best, and so stands out in print
 */
public record Column(String name, Better better) {

    /** Which value of a column is the best. */
    public enum Better {
        HIGHER,
        LOWER,
        /** Values that aren't better or worse, such as counts and names. */
        NEITHER
    }

    /** A column of names, counts or other things that aren't better or worse. */
    public static Column of(String name) {
        return new Column(name, Better.NEITHER);
    }

    /** A column of scores of which the highest is the best. */
    public static Column score(String name) {
        return new Column(name, Better.HIGHER);
    }

    /** A column of errors of which the lowest is the best. */
    public static Column error(String name) {
        return new Column(name, Better.LOWER);
    }
}
