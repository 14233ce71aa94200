package org.dragoman.nmt.train;

import org.dragoman.corpora.PairReader;
import org.dragoman.corpora.ParallelCorpus;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.text.Batcher;
import org.dragoman.nmt.text.Example;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.nmt.translate.SourceSteps;
import org.dragoman.pipeline.Pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * How likely a model finds the targets of a corpus, given their sources: of a language model, which has none, the sentences themselves.
 *
 * <p>Each line is a sentence of its own. The end of a sentence is predicted, and counted, like a piece and like a character; its beginning
 * is given. An empty line is an empty sentence.
 *
 * @param nats sum of the negative natural logarithms of the probabilities
 * @param pieces predictions: pieces of all targets, and an end for each
 * @param unknown pieces that are not in the vocabulary; the model predicts just that a piece is unknown, so many of them make a corpus look
 *     easier than it is
 * @param words stretches between white space
 * @param characters code points, and one for each end
 * @param sentences lines
 */
public record CorpusLikelihood(double nats, long pieces, long unknown, long words, long characters, long sentences) {
    private static final int CHUNK = 4096; // sentences that are sorted by length together
    private static final CorpusLikelihood NOTHING = new CorpusLikelihood(0, 0, 0, 0, 0, 0);

    /**
     * Reads a corpus and scores it, in memory for some thousand sentences.
     *
     * @param batchTokens largest size of a batch: rows times its longest sentence, in pieces
     * @param progress is told how many sentences are done
     */
    public static CorpusLikelihood of(
            TranslationModel model, ParallelCorpus corpus, int batchTokens, LongConsumer progress) {
        var sum = NOTHING;
        try (var pairs = corpus.open()) {
            var steps = SourceSteps.pipeline(model.settings());
            while (pairs.hasNext()) {
                sum = sum.plus(chunk(model, steps, pairs, batchTokens));
                progress.accept(sum.sentences);
            }
        }
        return sum;
    }

    /** Perplexity of a piece; models with other subwords have another scale. */
    public double perplexity() {
        return Math.exp(nats / pieces);
    }

    /** Perplexity of a word or an end; comparable between models with different subwords, if none is unknown. */
    public double wordPerplexity() {
        return Math.exp(nats / (words + sentences));
    }

    /** Bits a character; comparable between models with different subwords, if none is unknown. */
    public double bitsPerCharacter() {
        return nats / Math.log(2) / characters;
    }

    /** The lines of a text, for a language model. */
    public static ParallelCorpus text(Path file) {
        return new CorpusFiles.Text(file).corpus();
    }

    private static CorpusLikelihood chunk(TranslationModel model, Pipeline steps, PairReader pairs, int batchTokens) {
        var examples = new ArrayList<Example>();
        var counts = NOTHING;
        while (pairs.hasNext() && examples.size() < CHUNK) {
            var pair = pairs.next();
            var source = steps.process(SourceSteps.sentence(pair.source()));
            var example = model.codec().example(source, pair.target());
            examples.add(example);
            counts = counts.plus(counts(pair.target(), example));
        }
        return counts.plus(new CorpusLikelihood(nats(model, examples, batchTokens), 0, 0, 0, 0, 0));
    }

    private static CorpusLikelihood counts(String sentence, Example example) {
        var unknown = Arrays.stream(example.target())
                .filter(id -> id == Vocabulary.UNKNOWN)
                .count();
        var words = sentence.isBlank() ? 0 : sentence.strip().split("\\s+").length;
        var characters = sentence.codePointCount(0, sentence.length()) + 1;
        return new CorpusLikelihood(0, example.targetLength(), unknown, words, characters, 1);
    }

    private static double nats(TranslationModel model, List<Example> examples, int batchTokens) {
        var loss = new BatchLoss(0);
        var batcher = new Batcher(examples, batchTokens, 0);
        var sum = 0.0;
        for (var indices : batcher.plan(0)) {
            try (var scope = Scope.constant()) {
                sum += loss.of(model.network(), batcher.batch(indices), false).crossEntropy();
            }
        }
        return sum;
    }

    private CorpusLikelihood plus(CorpusLikelihood other) {
        return new CorpusLikelihood(
                nats + other.nats,
                pieces + other.pieces,
                unknown + other.unknown,
                words + other.words,
                characters + other.characters,
                sentences + other.sentences);
    }
}
