package org.dragoman.nmt.model;

import org.dragoman.nmt.text.Example;
import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.Subwords;
import org.dragoman.nmt.text.Vocabulary;

import java.util.Arrays;
import java.util.List;

/**
 * Turns sentences into numbers and back. Thread safe.
 *
 * @param subwords splits sentences of both languages, and joins those of the target
 * @param source numbers of the source's pieces
 * @param target numbers of the target's pieces; the same object as {@code source} where they are shared
 */
public record Codec(Subwords subwords, Vocabulary source, Vocabulary target) {

    /** Returns the numbers of a source's pieces, one factor, with {@link Vocabulary#END} at its end. */
    public int[][] source(List<Piece> pieces) {
        var ids = pieces.stream().mapToInt(piece -> source.id(piece.text())).toArray();
        var ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = Vocabulary.END;
        return new int[][] {ended};
    }

    /** Returns the numbers of a target's pieces. */
    public int[] target(String sentence) {
        return subwords.splitTarget(sentence).stream()
                .mapToInt(piece -> target.id(piece.text()))
                .toArray();
    }

    /** Returns one sentence pair for training. */
    public Example example(String sourceSentence, String targetSentence) {
        return new Example(source(subwords.split(sourceSentence)), target(targetSentence));
    }

    /** Returns the text of a target, {@link Vocabulary#END} and other special numbers left out. */
    public String text(int[] ids) {
        return subwords.join(Arrays.stream(ids)
                .filter(id -> !Vocabulary.isSpecial(id))
                .mapToObj(target::piece)
                .toList());
    }

    /** How many numbers a model must know. */
    public VocabularySizes sizes() {
        return new VocabularySizes(List.of(source.size()), target.size(), source == target);
    }
}
