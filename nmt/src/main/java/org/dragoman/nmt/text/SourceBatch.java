package org.dragoman.nmt.text;

import java.util.Arrays;
import java.util.List;

/**
 * The sources of a batch as arrays that can become tensors. B is {@link #rows()}, S is {@link #width()}. The arrays are handed out
 * as they are: nobody may change them.
 */
public final class SourceBatch {
    private final long[][] factors;
    private final int[] lengths;
    private final int width;

    private SourceBatch(long[][] factors, int[] lengths, int width) {
        this.factors = factors;
        this.lengths = lengths;
        this.width = width;
    }

    /**
     * @param sources sources as {@link Example#source()} has them, one or more, all with the same number of factors
     */
    public static SourceBatch of(List<int[][]> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a batch needs at least one source, got none");
        }
        int factorCount = sources.get(0).length;
        for (int row = 0; row < sources.size(); row++) {
            check(sources.get(row));
            if (sources.get(row).length != factorCount) {
                throw new IllegalArgumentException("source %d of the batch has %d factors, but the first has %d"
                        .formatted(row, sources.get(row).length, factorCount));
            }
        }
        var lengths = sources.stream().mapToInt(source -> source[0].length).toArray();
        int width = Arrays.stream(lengths).max().orElseThrow();
        var factors = new long[factorCount][];
        for (int f = 0; f < factorCount; f++) {
            int factor = f;
            factors[f] = pad(sources.stream().map(source -> source[factor]).toList(), width);
        }
        return new SourceBatch(factors, lengths, width);
    }

    /** Throws unless {@code source} is what {@link Example#source()} promises. */
    static void check(int[][] source) {
        if (source.length == 0) {
            throw new IllegalArgumentException("a source needs at least one factor, got none");
        }
        for (int f = 0; f < source.length; f++) {
            var factor = source[f];
            if (factor.length != source[0].length) {
                throw new IllegalArgumentException("factor %d of the source has %d positions, but factor 0 has %d"
                        .formatted(f, factor.length, source[0].length));
            }
            if (factor.length == 0 || factor[factor.length - 1] != Vocabulary.END) {
                throw new IllegalArgumentException(
                        "factor %d of the source must end with %d, the number of </s>, got %s"
                                .formatted(f, Vocabulary.END, Arrays.toString(factor)));
            }
        }
    }

    private static long[] pad(List<int[]> rows, int width) {
        var padded = new long[Math.multiplyExact(rows.size(), width)];
        for (int row = 0; row < rows.size(); row++) {
            var ids = rows.get(row);
            for (int i = 0; i < ids.length; i++) {
                padded[row * width + i] = ids[i];
            }
        }
        return padded;
    }

    /** Sentences, B. */
    public int rows() {
        return lengths.length;
    }

    /** Positions of the longest source, its end counted, S. */
    public int width() {
        return width;
    }

    /** Factors a position has; 1 if there are pieces only. */
    public int factors() {
        return factors.length;
    }

    /**
     * Numbers of one factor, (B, S) row by row, {@link Vocabulary#PADDING} after the end.
     *
     * @param factor 0 to {@link #factors()} - 1
     */
    public long[] ids(int factor) {
        return factors[factor];
    }

    /** Positions of each source, its end counted, (B). */
    public int[] lengths() {
        return lengths;
    }
}
