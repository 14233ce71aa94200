package org.dragoman.nmt.search;

import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.tensor.Tensor;

import java.util.List;

/** Sequences of different lengths in one tensor; each row is filled with 0, which nobody reads. */
final class Padded {

    private Padded() {}

    /** A source with one factor. */
    static Source source(List<int[]> sentences) {
        for (var sentence = 0; sentence < sentences.size(); sentence++) {
            if (sentences.get(sentence).length == 0) {
                throw new IllegalArgumentException("sentence " + sentence
                        + " of the batch is empty: a source needs at least one id, such as its end marker");
            }
        }
        return new Source(
                List.of(tensor(sentences)),
                sentences.stream().mapToInt(ids -> ids.length).toArray());
    }

    /** Out (B, longest). */
    static Tensor tensor(List<int[]> sequences) {
        var width = sequences.stream().mapToInt(ids -> ids.length).max().orElse(0);
        var values = new long[sequences.size() * width];
        for (var row = 0; row < sequences.size(); row++) {
            for (var column = 0; column < sequences.get(row).length; column++) {
                values[row * width + column] = sequences.get(row)[column];
            }
        }
        return Tensor.of(values, sequences.size(), width);
    }
}
