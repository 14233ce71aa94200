package org.dragoman.nmt.train;

import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.text.BpeSubwords;
import org.dragoman.nmt.text.Example;
import org.dragoman.nmt.text.Piece;

import java.util.List;
import java.util.Random;

/** Splits sentences for training in ways that vary (Provilkov et al. 2020, arXiv 1910.13267, algorithm 1). */
final class BpeDropout {

    private final Codec codec;
    private final BpeSubwords subwords;
    private final double probability;
    private final int maximumLength;

    /**
     * @param probability with which each possible merge is left out
     * @param maximumLength pieces of a side; a sentence that would get more is split as usual
     * @throws IllegalArgumentException if the subwords aren't of BPE
     */
    BpeDropout(Codec codec, double probability, int maximumLength) {
        if (!(codec.subwords() instanceof BpeSubwords bpe)) {
            throw new IllegalArgumentException("bpeDropout needs subwords that were learnt by BPE");
        }
        this.codec = codec;
        this.subwords = bpe;
        this.probability = probability;
        this.maximumLength = maximumLength;
    }

    /** Another form of an example, or the same. */
    Example apply(TrainingPair pair, Example example, Random random) {
        var source =
                codec.source(codec.factored(pair.source()), pieces(pair.source().text(), random));
        var target = pieces(pair.target(), random).stream()
                .mapToInt(piece -> codec.target().id(piece.text()))
                .toArray();
        return new Example(
                source[0].length <= maximumLength ? source : example.source(),
                target.length < maximumLength ? target : example.target());
    }

    private List<Piece> pieces(String sentence, Random random) {
        return subwords.split(sentence, probability, random);
    }
}
