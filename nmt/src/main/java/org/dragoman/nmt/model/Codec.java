package org.dragoman.nmt.model;

import org.dragoman.nmt.factors.FactoredDocument;
import org.dragoman.nmt.factors.SourceFactors;
import org.dragoman.nmt.text.Example;
import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.Subwords;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.Document;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns sentences into numbers and back. Thread safe.
 *
 * @param subwords splits sentences of both languages, and joins those of the target
 * @param source numbers of the source's pieces
 * @param target numbers of the target's pieces; the same object as {@code source} where they are shared
 * @param factors numbers of what else is known of the source's pieces
 */
public record Codec(Subwords subwords, Vocabulary source, Vocabulary target, SourceFactors factors) {

    /** A codec whose sources are pieces only. */
    public Codec(Subwords subwords, Vocabulary source, Vocabulary target) {
        this(subwords, source, target, SourceFactors.NONE);
    }

    /** The same numbers with other subwords. */
    public Codec with(Subwords otherSubwords) {
        return new Codec(otherSubwords, source, target, factors);
    }

    /**
     * Returns the numbers of a source's pieces and of the further factors, if there are any, each with {@link Vocabulary#END} at its end.
     *
     * @param document from {@link #factored}
     * @param pieces of a sentence of it; their spans point into the document
     */
    public int[][] source(FactoredDocument document, List<Piece> pieces) {
        return Stream.concat(Stream.of(pieceIds(pieces)), factors.ids(document, pieces).stream())
                .toArray(int[][]::new);
    }

    /** The same of a document whose whole text is one sentence. */
    public int[][] source(Document sentence) {
        return source(factored(sentence), subwords.split(sentence.text()));
    }

    private int[] pieceIds(List<Piece> pieces) {
        return IntStream.concat(
                        pieces.stream().mapToInt(piece -> source.id(piece.text())), IntStream.of(Vocabulary.END))
                .toArray();
    }

    /**
     * Looks the factors of a document up.
     *
     * @throws IllegalArgumentException if it lacks layers that the model reads
     */
    public FactoredDocument factored(Document document) {
        return FactoredDocument.of(factors.config(), document);
    }

    /** Returns the numbers of a target's pieces. */
    public int[] target(String sentence) {
        return subwords.splitTarget(sentence).stream()
                .mapToInt(piece -> target.id(piece.text()))
                .toArray();
    }

    /** Returns one sentence pair for training; the source document's whole text is one sentence. */
    public Example example(Document sourceSentence, String targetSentence) {
        return new Example(source(sourceSentence), target(targetSentence));
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
        var entries = Stream.concat(Stream.of(source), factors.vocabularies().stream())
                .map(Vocabulary::size)
                .toList();
        return new VocabularySizes(
                entries, target.size(), source == target, factors.config().sizes());
    }
}
