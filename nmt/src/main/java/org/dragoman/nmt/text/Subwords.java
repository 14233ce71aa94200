package org.dragoman.nmt.text;

import java.nio.file.Path;
import java.util.List;

/** Splits sentences into the pieces that a model reads and writes, and joins pieces to text. Safe for use by many threads. */
public interface Subwords {
    /** Returns the pieces of a source, in its order; none for a sentence of white space. Their spans don't overlap. */
    List<Piece> split(String sentence);

    /** The same for a target, whose language may have pieces of its own. */
    default List<Piece> splitTarget(String sentence) {
        return split(sentence);
    }

    /**
     * Returns the text of a target's pieces. It understands every sequence, also one that no sentence gives, since a model writes
     * what it likes; what comes from {@link #splitTarget} gives back the sentence, up to white space and what the subwords take for
     * the same, such as full-width letters and plain ones.
     */
    String join(List<String> pieces);

    /**
     * Writes what was learnt into the folder of a model, as text.
     *
     * @throws java.io.UncheckedIOException if it can't be written
     */
    void save(Path folder);
}
