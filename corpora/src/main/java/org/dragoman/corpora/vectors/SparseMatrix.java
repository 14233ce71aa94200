package org.dragoman.corpora.vectors;

import java.util.Arrays;
import java.util.Iterator;

/**
 * A matrix of which few numbers are not zero, row by row in three arrays (compressed sparse rows): 12 bytes a number and 4 a row.
 * Immutable.
 */
public final class SparseMatrix {
    private static final int FIRST_CAPACITY = 1 << 10;

    private final int width;
    private final int[] starts; // of each row in the two arrays below, and behind the last row their length
    private final int[] columns;
    private final double[] values;

    private SparseMatrix(int width, int[] starts, int[] columns, double... values) {
        this.width = width;
        this.starts = starts;
        this.columns = columns;
        this.values = values;
    }

    /**
     * Puts rows below each other.
     *
     * @param rows of the matrix
     * @param width columns of the matrix, above the columns of all rows
     * @throws IllegalStateException if the rows have more numbers than one array can hold, about 2 billion
     */
    static SparseMatrix of(Iterator<SparseVector> rows, int width) {
        var starts = new int[FIRST_CAPACITY];
        var columns = new int[FIRST_CAPACITY];
        var values = new double[FIRST_CAPACITY];
        var height = 0;
        while (rows.hasNext()) {
            var row = rows.next();
            var start = starts[height];
            var end = (long) start + row.size();
            if (end > columns.length) {
                var capacity = capacity(end);
                columns = Arrays.copyOf(columns, capacity);
                values = Arrays.copyOf(values, capacity);
            }
            for (var i = 0; i < row.size(); i++) {
                columns[start + i] = row.column(i);
                values[start + i] = row.value(i);
            }
            height++;
            starts = height == starts.length ? Arrays.copyOf(starts, 2 * height) : starts;
            starts[height] = (int) end;
        }
        var size = starts[height];
        return new SparseMatrix(
                width, Arrays.copyOf(starts, height + 1), Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
    }

    private static int capacity(long needed) {
        var most = Integer.MAX_VALUE - Long.SIZE; // some machines keep a few places of an array for themselves
        if (needed > most) {
            throw new IllegalStateException(
                    "the matrix would have more than " + most + " numbers; limit the vocabulary or divide the texts");
        }
        return (int) Math.min(2 * needed, most);
    }

    /** Number of rows. */
    public int height() {
        return starts.length - 1;
    }

    /** Number of columns. */
    public int width() {
        return width;
    }

    /** Numbers that are not zero. */
    public int size() {
        return values.length;
    }

    /** Where in {@link #column} and {@link #value} a row begins, from 0; it ends where the next begins. */
    public int rowStart(int row) {
        return starts[row];
    }

    /** The column, from 0, of a number. */
    public int column(int i) {
        return columns[i];
    }

    /** A number that is not zero. */
    public double value(int i) {
        return values[i];
    }

    /** The number in a place of the matrix, most often 0. */
    public double get(int row, int column) {
        var i = Arrays.binarySearch(columns, starts[row], starts[row + 1], column);
        return i < 0 ? 0 : values[i];
    }
}
