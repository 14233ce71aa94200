package org.dragoman.nmt.train;

import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.text.Example;
import org.dragoman.nmt.text.Vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Decides which pairs of a corpus are learned from, and as what numbers. */
final class PairPolicy {

    private final CorpusFiles corpus;
    private final Codec codec;
    private final int maximumLength;
    private final DataConfig data;

    PairPolicy(CorpusFiles corpus, Codec codec, TrainingConfig config) {
        this(corpus, codec, config.maximumLength(), config.data());
    }

    PairPolicy(CorpusFiles corpus, Codec codec, int maximumLength, DataConfig data) {
        this.corpus = corpus;
        this.codec = codec;
        this.maximumLength = maximumLength;
        this.data = data;
    }

    /** Reads the corpus and returns what is learned from, in its order. */
    List<Example> read() {
        var examples = new ArrayList<Example>();
        try (var pairs = corpus.open()) {
            while (pairs.hasNext()) {
                var pair = pairs.next();
                usable(example(pair), pairs.lineNumber()).ifPresent(examples::add);
            }
        }
        return examples;
    }

    /** Whether a pair can be learned from. */
    enum Fitness {
        FIT,
        EMPTY,
        OVERLONG
    }

    /** The numbers of a pair, whatever it is. */
    Example example(TrainingPair pair) {
        return codec.example(pair.source(), pair.target());
    }

    /**
     * Looks at a pair.
     *
     * @param line its number
     * @throws IllegalArgumentException if such a pair is refused
     */
    Fitness fitness(Example example, long line) {
        var isEmpty =
                (example.sourceLength() == 1 && !(corpus instanceof CorpusFiles.Text)) || example.targetLength() == 1;
        if (isEmpty) {
            refuse(data.empty() == DataConfig.Empty.REFUSE, line, "is empty on a side", "data.empty");
            return Fitness.EMPTY;
        }
        var longer = Math.max(example.sourceLength(), example.targetLength());
        if (longer > maximumLength) {
            refuse(
                    data.overlong() == DataConfig.Overlong.REFUSE,
                    line,
                    "has " + longer + " pieces on a side, its end counted, and maximumLength is " + maximumLength,
                    "data.overlong");
            return Fitness.OVERLONG;
        }
        return Fitness.FIT;
    }

    private void refuse(boolean isRefused, long line, String fault, String key) {
        if (isRefused) {
            throw new IllegalArgumentException(corpus.name() + ":" + line + ": the pair " + fault
                    + "; repair the corpus, or set " + key + " to skip");
        }
    }

    /** What of a pair is learned from: itself, its beginning, or nothing. */
    Optional<Example> usable(Example example, long line) {
        var fitness = fitness(example, line);
        if (fitness == Fitness.OVERLONG && data.overlong() == DataConfig.Overlong.CUT) {
            return Optional.of(cut(example));
        }
        return fitness == Fitness.FIT ? Optional.of(example) : Optional.empty();
    }

    private Example cut(Example example) {
        var source = Arrays.stream(example.source()).map(this::cutSource).toArray(int[][]::new);
        var target = example.target();
        return new Example(source, Arrays.copyOf(target, Math.min(target.length, maximumLength - 1)));
    }

    private int[] cutSource(int[] ids) {
        if (ids.length <= maximumLength) {
            return ids;
        }
        var shorter = Arrays.copyOf(ids, maximumLength);
        shorter[maximumLength - 1] = Vocabulary.END;
        return shorter;
    }
}
