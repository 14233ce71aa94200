package org.dragoman.eval;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A system's output for one line, with the translations it is held against.
 *
 * @param hypothesis the output, as the system wrote it: not tokenized
 * @param references one or more translations; an empty one counts as a translation of length 0
 */
public record Segment(String hypothesis, List<String> references) {
    public Segment {
        references = List.copyOf(references);
        if (references.isEmpty()) {
            throw new IllegalArgumentException(
                    "a segment needs at least one reference, got none for \"" + hypothesis + "\"");
        }
    }

    /** A segment with one reference. */
    public Segment(String hypothesis, String reference) {
        this(hypothesis, List.of(reference));
    }

    /**
     * Segments from lists of lines.
     *
     * @param hypotheses one for each segment
     * @param referenceSets one or more lists, such as the lines of a reference file, each as long as {@code hypotheses}
     */
    public static List<Segment> zip(List<String> hypotheses, List<List<String>> referenceSets) {
        for (var i = 0; i < referenceSets.size(); i++) {
            if (referenceSets.get(i).size() != hypotheses.size()) {
                throw new IllegalArgumentException("reference set " + (i + 1)
                        + " must have as many lines as there are hypotheses, " + hypotheses.size() + ", got "
                        + referenceSets.get(i).size());
            }
        }
        return IntStream.range(0, hypotheses.size())
                .mapToObj(i -> new Segment(
                        hypotheses.get(i),
                        referenceSets.stream().map(set -> set.get(i)).toList()))
                .toList();
    }
}
