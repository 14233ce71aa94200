package org.dragoman.annotators.training;

import org.dragoman.eval.label.Matches;
import org.dragoman.pipeline.Span;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the spans that were found again, over many documents. Not safe for use by several threads. */
public final class SpanCounts {
    private long correct;
    private long found;
    private long expected;

    /** Compares the spans of a document with those of its treebank; only equal ones count. */
    public void add(List<Span> gold, List<Span> system) {
        var both = new HashSet<>(gold);
        expected += both.size();
        found += system.size();
        both.retainAll(new HashSet<>(system));
        correct += both.size();
    }

    /** {@code F1}, {@code precision} and {@code recall}, 0 to 1. */
    public Map<String, Double> scores() {
        var matches = new Matches(correct, found, expected);
        var scores = new LinkedHashMap<String, Double>();
        scores.put("F1", matches.f1());
        scores.put("precision", matches.precision());
        scores.put("recall", matches.recall());
        return scores;
    }
}
