package org.dragoman.nmt.train;

import org.dragoman.eval.Segment;
import org.dragoman.eval.text.Bleu;
import org.dragoman.eval.text.BleuConfig;
import org.dragoman.eval.text.BleuScore;
import org.dragoman.eval.text.Chrf;
import org.dragoman.eval.text.ChrfConfig;
import org.dragoman.eval.text.ChrfScore;
import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.model.Task;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.search.BeamSearch;
import org.dragoman.nmt.search.Markers;
import org.dragoman.nmt.search.NotANumberException;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.text.Batcher;
import org.dragoman.nmt.text.SourceBatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Measures a model on the validation corpus: cross entropy on all of it, BLEU and chrF of greedy translations of its beginning. */
final class Validator {

    private static final int SEARCH_ROWS = 64;
    private static final int SAMPLES = 3;

    private final TranslationModel model;
    private final Batcher batcher;
    private final List<TrainingPair> sentences;
    private final BatchLoss loss = new BatchLoss(0);

    Validator(Experiment experiment, TranslationModel model) {
        this.model = model;
        var examples = new PairPolicy(
                        experiment.validation(),
                        model.codec(),
                        experiment.training().maximumLength(),
                        DataConfig.DEFAULT)
                .read();
        if (examples.isEmpty()) {
            throw new IllegalArgumentException(
                    "the validation corpus has no pair that is not empty on a side and has at most "
                            + experiment.training().maximumLength() + " pieces a side");
        }
        batcher = new Batcher(examples, experiment.training().batchTokens(), 0);
        sentences = experiment.task() == Task.TRANSLATION
                ? first(experiment, experiment.training().limits().validationSentences())
                : List.of();
    }

    private static List<TrainingPair> first(Experiment experiment, int count) {
        try (var pairs = experiment.validation().open().stream()) {
            return pairs.limit(count).toList();
        }
    }

    /** The plain cross entropy of the whole corpus, nats a token. */
    private double crossEntropy() {
        var sum = 0.0;
        var tokens = 0L;
        for (var indices : batcher.plan(0)) {
            try (var scope = Scope.constant()) {
                var batch = loss.of(model.network(), batcher.batch(indices), false);
                sum += batch.crossEntropy();
                tokens += batch.tokens();
            }
        }
        return sum / tokens;
    }

    /** Translates the first sentences. */
    private List<TrainingListener.Sample> translate() {
        var samples = new ArrayList<TrainingListener.Sample>();
        for (var from = 0; from < sentences.size(); from += SEARCH_ROWS) {
            var part = sentences.subList(from, Math.min(sentences.size(), from + SEARCH_ROWS));
            var hypotheses = search(part);
            for (var i = 0; i < part.size(); i++) {
                samples.add(new TrainingListener.Sample(
                        part.get(i).source().text(),
                        hypotheses.get(i),
                        part.get(i).target()));
            }
        }
        return samples;
    }

    private List<String> search(List<TrainingPair> pairs) {
        Codec codec = model.codec();
        var sources = pairs.stream().map(pair -> codec.source(pair.source())).toList();
        try (var scope = Scope.constant()) {
            var search = new BeamSearch(model.network(), Markers.DEFAULT, SearchConfig.GREEDY);
            return search.search(Source.of(SourceBatch.of(sources))).stream()
                    .map(best -> codec.text(best.get(0).idArray()))
                    .toList();
        }
    }

    /** Measures the model as it is now; nothing is translated by one that is broken. */
    Found measure() {
        var found = crossEntropy();
        if (!Double.isFinite(found)) {
            return Found.of(found, List.of());
        }
        try {
            return Found.of(found, translate());
        } catch (NotANumberException e) {
            return Found.of(Double.NaN, List.of());
        }
    }

    /**
     * What a validation found.
     *
     * @param loss plain cross entropy, nats a token; not finite if the model is broken
     * @param bleu of the translations; empty if there are none
     * @param chrf of the translations; empty if there are none
     * @param samples the translations
     */
    record Found(
            double loss, Optional<BleuScore> bleu, Optional<ChrfScore> chrf, List<TrainingListener.Sample> samples) {

        private static Found of(double loss, List<TrainingListener.Sample> samples) {
            if (samples.isEmpty()) {
                return new Found(loss, Optional.empty(), Optional.empty(), samples);
            }
            var segments = samples.stream()
                    .map(sample -> new Segment(sample.hypothesis(), sample.reference()))
                    .toList();
            return new Found(
                    loss,
                    Optional.of(new Bleu(BleuConfig.CORPUS).score(segments)),
                    Optional.of(new Chrf(ChrfConfig.CHRF).score(segments)),
                    samples);
        }

        /** Whether the model's output isn't made of numbers. */
        boolean isBroken() {
            return !Double.isFinite(loss);
        }

        Progress.Validated validated(long step) {
            return new Progress.Validated(
                    step,
                    loss,
                    bleu.map(BleuScore::value).orElse(Double.NaN),
                    chrf.map(ChrfScore::value).orElse(Double.NaN));
        }

        /** A few translations to look at, always of the same sentences. */
        List<TrainingListener.Sample> some() {
            var every = Math.max(1, samples.size() / SAMPLES);
            return IntStream.range(0, Math.min(SAMPLES, samples.size()))
                    .mapToObj(i -> samples.get(i * every))
                    .toList();
        }
    }
}
