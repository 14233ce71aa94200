package org.dragoman.eval.significance;

import org.dragoman.eval.MetricCounts;
import org.dragoman.eval.Score;
import org.dragoman.eval.Statistics;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Bootstrap resampling (Koehn 2004): scores of corpora whose lines are drawn from those of one corpus, with replacement. */
public final class Bootstrap {
    private static final int CHUNK_INDICES =
            1 << 22; // drawn at a time, so that memory stays small with millions of lines

    private Bootstrap() {}

    /**
     * The confidence interval of a score, as sacreBLEU 2.6.0 with {@code --confidence}.
     *
     * @param counts with those of single lines, at least one
     * @param samples corpora to draw, 1 or more; 1,000 is usual
     * @param seed 0 or more; 12345 is sacreBLEU's
     */
    public static ConfidenceInterval interval(MetricCounts<?, ?> counts, int samples, long seed) {
        return ConfidenceInterval.of(scores(counts, samples, new Pcg64(seed)));
    }

    /** The score of each sample. */
    static double[] scores(MetricCounts<?, ?> counts, int samples, Pcg64 random) {
        if (samples < 1) {
            throw new IllegalArgumentException("resampling needs at least 1 sample, got " + samples);
        }
        return scoresOf(counts, samples, random);
    }

    private static <S extends Statistics<S>, R extends Score> double[] scoresOf(
            MetricCounts<S, R> counts, int samples, Pcg64 random) {
        var lines = counts.lines().size();
        var chunk = Math.max(1, CHUNK_INDICES / Math.max(1, lines));
        var scores = DoubleStream.builder();
        for (var done = 0; done < samples; done += chunk) {
            var draws = Stream.generate(() -> random.indices(lines, lines))
                    .limit(Math.min(chunk, samples - done))
                    .toList();
            draws.parallelStream()
                    .mapToDouble(draw -> score(counts, draw))
                    .boxed()
                    .toList()
                    .forEach(scores::add);
        }
        return scores.build().toArray();
    }

    private static <S extends Statistics<S>, R extends Score> double score(MetricCounts<S, R> counts, int[] draw) {
        List<S> lines = counts.lines();
        var sum = lines.get(draw[0]);
        for (var i = 1; i < draw.length; i++) {
            sum = sum.plus(lines.get(draw[i]));
        }
        return counts.metric().score(sum).value();
    }
}
