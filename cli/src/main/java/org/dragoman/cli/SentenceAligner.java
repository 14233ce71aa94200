package org.dragoman.cli;

import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.alignment.LayeredAlignment;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.alignment.Symmetrization;
import org.dragoman.eval.alignment.WordAlignment;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.translate.Aligner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Aligns sentence pairs by one model, or by two of opposite directions. Closing frees them. */
final class SentenceAligner implements AutoCloseable {
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
     * @param heads each head of each layer of the first model
     * @param chosen the attention that was asked for
     * @param links what follows from it, and from the model of the other direction
     */
    record Aligned(LayeredAlignment heads, SoftAlignment chosen, WordAlignment links) {}

    /** Aligns pairs; the result has as many, in their order. */
    List<Aligned> align(List<SentencePair> pairs) {
        var heads = forward.aligner.alignAll(pairs);
        var back = reverse.map(direction -> direction.aligner.alignAll(
                pairs.stream().map(SentenceAligner::reversed).toList()));
        var aligned = new ArrayList<Aligned>();
        for (var i = 0; i < pairs.size(); i++) {
            var number = i;
            var chosen = head.of(heads.get(i));
            var links = rule.links(chosen);
            var merged = back.map(reversed -> merge(links, reversed.get(number)));
            aligned.add(new Aligned(heads.get(i), chosen, merged.orElse(links)));
        }
        return aligned;
    }

    private static SentencePair reversed(SentencePair pair) {
        return new SentencePair(pair.target(), pair.source());
    }

    private WordAlignment merge(WordAlignment links, LayeredAlignment reversed) {
        return symmetrization.merge(links, rule.links(head.of(reversed)).reversed());
    }

    @Override
    public void close() {
        forward.model.close();
        reverse.ifPresent(direction -> direction.model.close());
    }
}
