package org.dragoman.cli;

import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.alignment.LayeredAlignment;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.alignment.Symmetrization;
import org.dragoman.eval.alignment.WordAlignment;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.translate.Aligner;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Aligns sentence pairs by one model, or by two of opposite directions. Closing frees them. */
final class SentenceAligner implements AutoCloseable {
    private static final int CHUNK = 128; // pairs that are aligned together

    private final Direction forward;
    private final Optional<Direction> reverse;
    private final HeadChoice head;
    private final LinkRule rule;
    private final Symmetrization symmetrization;

    SentenceAligner(
            Direction forward,
            Optional<Direction> reverse,
            HeadChoice head,
            LinkRule rule,
            Symmetrization symmetrization) {
        this.forward = forward;
        this.reverse = reverse;
        this.head = head;
        this.rule = rule;
        this.symmetrization = symmetrization;
    }

    /** A model with what aligns by it. */
    record Direction(TranslationModel model, Aligner aligner) {}

    /**
     * An aligned pair.
     *
     * @param line its number, from 1
     * @param heads each head of each layer of the first model, or the one that was asked for
     * @param chosen the attention from which links follow
     * @param links what follows from it, and from the model of the other direction
     */
    record Aligned(long line, LayeredAlignment heads, SoftAlignment chosen, WordAlignment links) {}

    /** Aligns pairs chunk by chunk, in memory for one chunk; to be iterated once. */
    Iterable<List<Aligned>> align(NumberedPairs pairs) {
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return pairs.hasNext();
            }

            @Override
            public List<Aligned> next() {
                return align(pairs.next(CHUNK));
            }
        };
    }

    private List<Aligned> align(List<NumberedPairs.Pair> pairs) {
        var sentences = pairs.stream().map(NumberedPairs.Pair::sentences).toList();
        var heads = forward.aligner.alignAll(sentences);
        var back = reverse.map(direction -> direction.aligner.alignAll(
                sentences.stream().map(SentenceAligner::reversed).toList()));
        var aligned = new ArrayList<Aligned>();
        for (var i = 0; i < pairs.size(); i++) {
            var number = i;
            var chosen = head.of(heads.get(i));
            var links = rule.links(chosen);
            var merged = back.map(reversed -> merge(links, reversed.get(number)));
            var shown = head.isGiven() ? LayeredAlignment.of(chosen) : heads.get(i);
            aligned.add(new Aligned(pairs.get(i).line(), shown, chosen, merged.orElse(links)));
        }
        return aligned;
    }

    private static SentencePair reversed(SentencePair pair) {
        return new SentencePair(pair.target(), pair.source());
    }

    private WordAlignment merge(WordAlignment links, LayeredAlignment reversed) {
        return symmetrization.merge(links, rule.links(head.of(reversed)).reversed());
    }

    /** What aligns, in a sentence or two. */
    String describe() {
        var settings = forward.model.settings();
        return "Attention of a translation model from " + settings.source() + " to " + settings.target()
                + " while it writes the given translation. What the end of the source draws is left out where words are shown.";
    }

    @Override
    public void close() {
        forward.model.close();
        reverse.ifPresent(direction -> direction.model.close());
    }
}
