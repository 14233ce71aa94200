package org.dragoman.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * What several metrics have counted of one system's output.
 *
 * @param system name of the system, such as the file of its output
 * @param metrics in the order in which they were asked for
 */
public record SystemCounts(String system, List<MetricCounts<?, ?>> metrics) {
    private static final int CHUNK = 2000; // lines that are counted together

    public SystemCounts {
        metrics = List.copyOf(metrics);
    }

    /**
     * Counts the outputs of systems beside their references, reading each file once and all of them together.
     *
     * @param names of the systems, in the order of the files
     * @param keepLines whether the counts of each line are kept, which scores of lines and tests of significance need
     * @throws org.dragoman.corpora.CorpusFormatException if the files differ in their numbers of lines
     */
    public static List<SystemCounts> of(
            List<String> names, SegmentFiles files, List<Metric<?, ?>> metrics, boolean keepLines) {
        var systems = names.stream()
                .map(name -> new SystemCounts(name, begin(metrics, keepLines)))
                .toList();
        for (var chunk = files.next(CHUNK); !chunk.isEmpty(); chunk = files.next(CHUNK)) {
            for (var i = 0; i < systems.size(); i++) {
                var system = i;
                var segments = chunk.stream().map(line -> line.get(system)).toList();
                systems.get(i).metrics.forEach(counts -> counts.count(segments));
            }
        }
        return systems;
    }

    /**
     * Counts the output of one system that is in memory.
     *
     * @param keepLines whether the counts of each line are kept
     */
    public static SystemCounts of(
            String system, List<Segment> segments, List<Metric<?, ?>> metrics, boolean keepLines) {
        var counts = new SystemCounts(system, begin(metrics, keepLines));
        for (var from = 0; from < segments.size(); from += CHUNK) {
            var chunk = segments.subList(from, Math.min(segments.size(), from + CHUNK));
            counts.metrics.forEach(metric -> metric.count(chunk));
        }
        return counts;
    }

    private static List<MetricCounts<?, ?>> begin(List<Metric<?, ?>> metrics, boolean keepLines) {
        var counts = new ArrayList<MetricCounts<?, ?>>();
        metrics.forEach(metric -> counts.add(begin(metric, keepLines)));
        return counts;
    }

    private static <S extends Statistics<S>, R extends Score> MetricCounts<S, R> begin(
            Metric<S, R> metric, boolean keepLines) {
        return new MetricCounts<>(metric, keepLines);
    }
}
