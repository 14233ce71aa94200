package org.dragoman.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Sentences to translate, each with its translations by people. Immutable.
 *
 * @param sources one a row; one may stand in several rows
 * @param references for each row one translation or more
 */
public record TestSet(List<String> sources, List<List<String>> references) {
    public TestSet {
        sources = List.copyOf(sources);
        references = references.stream().map(List::copyOf).toList();
        if (sources.size() != references.size()) {
            throw new IllegalArgumentException("each source needs its references: got " + sources.size()
                    + " sources and references of " + references.size());
        }
    }

    /**
     * Each different source once, in the order in which they come first, with the references of all its rows: what a system that gives one
     * translation should be held against where a corpus has several.
     */
    public TestSet bySource() {
        var grouped = new LinkedHashMap<String, List<String>>();
        for (var row = 0; row < sources.size(); row++) {
            grouped.computeIfAbsent(sources.get(row), source -> new ArrayList<>())
                    .addAll(references.get(row));
        }
        return new TestSet(List.copyOf(grouped.keySet()), List.copyOf(grouped.values()));
    }

    /** The rows with a system's translations, to be scored. */
    public List<Segment> segments(Function<String, String> translation) {
        return IntStream.range(0, sources.size())
                .mapToObj(row -> new Segment(translation.apply(sources.get(row)), references.get(row)))
                .toList();
    }
}
