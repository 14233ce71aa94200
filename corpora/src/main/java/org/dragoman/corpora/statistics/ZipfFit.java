package org.dragoman.corpora.statistics;

/**
 * How well frequencies follow Zipf's law: the type at rank r of a falling list occurs c / r<sup>s</sup> times. The line log f = log c - s
 * log r is fitted by least squares over a range of ranks, each rank with the same weight; as most types are rare, the range decides.
 *
 * @param fromRank first rank of the range, 1 or more
 * @param toRank last rank of the range
 * @param exponent s; near 1 for running text
 * @param constant c
 * @param rSquared share of the variance of log f that the line explains, at most 1; NaN where all frequencies are equal
 */
public record ZipfFit(int fromRank, int toRank, double exponent, double constant, double rSquared) {

    /**
     * Fits a line.
     *
     * @param ranked frequencies, falling, each 1 or more
     * @param fromRank first rank to look at, 1 or more
     * @param toRank last rank to look at; where there are fewer types, the last type's
     * @throws IllegalArgumentException if fewer than two types are in the range
     */
    public static ZipfFit of(long[] ranked, int fromRank, int toRank) {
        var last = Math.min(toRank, ranked.length);
        if (fromRank < 1 || last <= fromRank) {
            throw new IllegalArgumentException("a line needs two ranks or more, got ranks " + fromRank + " to " + toRank
                    + " of " + ranked.length + " types");
        }
        var points = last - fromRank + 1;
        var meanX = 0.0;
        var meanY = 0.0;
        for (var rank = fromRank; rank <= last; rank++) {
            meanX += Math.log(rank) / points;
            meanY += Math.log(ranked[rank - 1]) / points;
        }
        var xx = 0.0;
        var xy = 0.0;
        var yy = 0.0;
        for (var rank = fromRank; rank <= last; rank++) {
            var x = Math.log(rank) - meanX;
            var y = Math.log(ranked[rank - 1]) - meanY;
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        var slope = xy / xx;
        return new ZipfFit(fromRank, last, -slope, Math.exp(meanY - slope * meanX), xy * xy / (xx * yy));
    }
}
