package org.dragoman.eval.text;

/**
 * The cells of the matrix of an edit distance that sacreBLEU looks at: those around the diagonal. Row i, from 0 to the length of the
 * hypothesis, has the cells {@code from(i)} to {@code to(i) - 1} of columns 0 to the length of the reference. Neither bound ever gets less,
 * and rows overlap enough for a path from the first cell to the last. With a reference of up to 24 words no cell is left out.
 */
final class Beam {
    private static final int WIDTH = 25;

    private final int[] from;
    private final int[] to;
    private final int[] offset;

    /** The beam for two texts that aren't empty. */
    Beam(int hypothesisLength, int referenceLength) {
        from = new int[hypothesisLength + 1];
        to = new int[hypothesisLength + 1];
        offset = new int[hypothesisLength + 2];
        var ratio = (double) referenceLength / hypothesisLength;
        var width = ratio / 2 > WIDTH ? (int) Math.ceil(ratio / 2 + WIDTH) : WIDTH;
        for (var i = 1; i <= hypothesisLength; i++) {
            var diagonal = (int) Math.floor(i * ratio);
            from[i] = Math.max(0, diagonal - width);
            to[i] = Math.min(referenceLength + 1, diagonal + width);
        }
        to[hypothesisLength] = referenceLength + 1;
        to[0] = to[1]; // sacreBLEU looks at all of the first row, but from further cells no path stays in the beam
        for (var i = 0; i <= hypothesisLength; i++) {
            offset[i + 1] = offset[i] + width(i);
        }
    }

    int from(int row) {
        return from[row];
    }

    int to(int row) {
        return to[row];
    }

    int width(int row) {
        return to[row] - from[row];
    }

    /** Cells in the rows before one, so that all fit into one array. */
    int offset(int row) {
        return offset[row];
    }

    /** Cells in all rows. */
    int size() {
        return offset[offset.length - 1];
    }

    boolean contains(int row, int column) {
        return row >= 0 && column >= from[row] && column < to[row];
    }
}
