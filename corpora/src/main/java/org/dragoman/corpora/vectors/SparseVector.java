package org.dragoman.corpora.vectors;

/** A row of numbers of which few are not zero. Immutable. */
public final class SparseVector {
    private final int[] columns;
    private final double[] values;

    /** Takes the arrays as they are: columns grow, and each has its value. */
    SparseVector(int[] columns, double... values) {
        this.columns = columns;
        this.values = values;
    }

    /** Numbers that are not zero. */
    public int size() {
        return columns.length;
    }

    /** The column, from 0, of number {@code i}, from 0 to the size; columns grow. */
    public int column(int i) {
        return columns[i];
    }

    /** The value of number {@code i}, from 0 to the size. */
    public double value(int i) {
        return values[i];
    }
}
