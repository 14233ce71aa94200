package org.dragoman.annotators.classification;

import java.util.Arrays;
import java.util.List;

/**
 * Texts as rows of a matrix that is nearly all zero: the columns of a row that are not, all of which have the same value.
 *
 * @param columns the columns of each row, sorted
 * @param values the value of each row's columns
 * @param width number of columns
 */
record SparseRows(int[][] columns, double[] values, int width) {
    /**
     * Finds the columns of features.
     *
     * @param texts the hashes of each text's features, sorted
     * @param known the hashes that have a column, sorted
     * @param unitLength whether a row's values are made so small that their squares add up to 1
     */
    static SparseRows of(List<int[]> texts, int[] known, boolean unitLength) {
        var columns = texts.stream().map(hashes -> columns(hashes, known)).toArray(int[][]::new);
        var values = new double[columns.length];
        for (var i = 0; i < columns.length; i++) {
            values[i] = value(columns[i].length, unitLength);
        }
        return new SparseRows(columns, values, known.length);
    }

    /** The columns of the features that are known. */
    static int[] columns(int[] hashes, int[] known) {
        var columns = new int[hashes.length];
        var size = 0;
        for (var hash : hashes) {
            var column = Arrays.binarySearch(known, hash);
            if (column >= 0) {
                columns[size++] = column;
            }
        }
        return Arrays.copyOf(columns, size);
    }

    static double value(int columns, boolean unitLength) {
        return unitLength && columns > 0 ? 1 / Math.sqrt(columns) : 1;
    }

    int size() {
        return columns.length;
    }
}
