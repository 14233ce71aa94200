package org.dragoman.nmt.train;

import org.dragoman.nmt.factors.FactorLearner;
import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.text.BpeSubwords;
import org.dragoman.nmt.text.Vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** What is learned from the training corpora before training: how text becomes numbers. */
final class CodecLearner {

    private static final Random NO_CHANCE = new Random(0); // for a probability of 1

    private CodecLearner() {}

    /**
     * Learns subwords, vocabularies and the values of factors from the training corpora.
     *
     * <p>For BPE dropout all characters of the corpora and the results of all merges are in the vocabularies as well, so that training
     * meets no unknown ones.
     */
    static Codec learn(Experiment experiment) {
        var corpora = experiment.train();
        var config = experiment.subwords();
        var subwords = learnSubwords(corpora, config);
        var counter = new PieceCounter(
                subwords, experiment.training().regularization().bpeDropout() > 0);
        var source = new HashMap<String, Long>();
        var target = config.shared() ? source : new HashMap<String, Long>();
        var factors = new FactorLearner(experiment.factors());
        for (var corpus : corpora) {
            try (var pairs = corpus.open()) {
                while (pairs.hasNext()) {
                    var pair = pairs.next();
                    factors.count(pair.source());
                    counter.count(pair.source().text(), source);
                    counter.count(pair.target(), target);
                }
            }
        }
        counter.addMerged(source, config.minimumCount());
        counter.addMerged(target, config.minimumCount());
        var sourceVocabulary = Vocabulary.of(source, config.minimumCount(), config.maximumSize());
        var targetVocabulary =
                config.shared() ? sourceVocabulary : Vocabulary.of(target, config.minimumCount(), config.maximumSize());
        return new Codec(subwords, sourceVocabulary, targetVocabulary, factors.learned());
    }

    private static BpeSubwords learnSubwords(List<CorpusFiles> corpora, SubwordConfig config) {
        var sentences = corpora.stream()
                .flatMap(corpus -> corpus.corpus().stream())
                .flatMap(pair -> Stream.of(pair.source(), pair.target()));
        try (sentences) {
            return BpeSubwords.learn(sentences, config.pretokenizer(), config.merges());
        }
    }

    /** Counts the pieces of sentences. */
    private record PieceCounter(BpeSubwords subwords, boolean isForDropout) {

        void count(String sentence, Map<String, Long> counts) {
            subwords.split(sentence).forEach(piece -> counts.merge(piece.text(), 1L, Long::sum));
            if (isForDropout) {
                subwords.split(sentence, 1, NO_CHANCE).forEach(piece -> counts.merge(piece.text(), 1L, Long::sum));
            }
        }

        /** Adds the results of merges, which occur when a later merge is left out. */
        void addMerged(Map<String, Long> counts, int minimumCount) {
            if (isForDropout) {
                subwords.merged().forEach(piece -> counts.merge(piece, (long) minimumCount, Math::max));
            }
        }
    }
}
