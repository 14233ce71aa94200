package org.dragoman.nmt.train;

import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.text.Example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What a model learns from: passes over the corpora, cut into windows that fit memory.
 *
 * <p>Window w of W of epoch e has the pairs of corpus i from {@code e m + floor(m w / W)} to {@code e m + floor(m (w + 1) / W)}, counted in
 * rounds, where m is the corpus' share of an epoch. So a window is a function of its two numbers, whatever was read before, and over the
 * epochs all pairs of a corpus come equally often. For one thread.
 */
final class TrainingSet implements AutoCloseable {

    private static final long SPREAD = 0x9E3779B97F4A7C15L; // neighbours get distant seeds (Steele et al. 2014)

    private final List<CorpusFiles> corpora;
    private final List<PairPolicy> policies;
    private final List<CorpusCursor> cursors = new ArrayList<>();
    private final Optional<BpeDropout> dropout;
    private final TrainingConfig config;
    private final long[] shares;
    private final int windows;
    private final boolean isAlwaysTheSame;
    private Optional<Window> whole = Optional.empty();

    TrainingSet(List<CorpusFiles> corpora, Codec codec, TrainingConfig config, Survey survey) {
        this.corpora = corpora;
        this.config = config;
        this.policies = corpora.stream()
                .map(corpus -> new PairPolicy(corpus, codec, config))
                .toList();
        var sizes = survey.sizes();
        for (var i = 0; i < sizes.length; i++) {
            cursors.add(new CorpusCursor(corpora.get(i), sizes[i]));
        }
        var probability = config.regularization().bpeDropout();
        dropout = probability > 0
                ? Optional.of(new BpeDropout(codec, probability, config.maximumLength()))
                : Optional.empty();
        shares = config.data().mixing().shares(sizes);
        var size = config.data().window();
        windows = size == 0 ? 1 : Math.toIntExact((Arrays.stream(shares).sum() + size - 1) / size);
        isAlwaysTheSame = windows == 1 && dropout.isEmpty() && config.data().mixing() instanceof Mixing.Joined;
    }

    /** Windows of each epoch. */
    int windows() {
        return windows;
    }

    /**
     * Examples that are in memory together.
     *
     * @param examples in the order of the corpora
     * @param origins where each comes from
     * @param seed of their order
     */
    record Window(List<Example> examples, List<Origin> origins, long seed) {

        /** Names the lines of some examples, corpus by corpus. */
        List<String> lines(int[] places) {
            return Arrays.stream(places)
                    .mapToObj(origins::get)
                    .map(origin -> origin.corpus + ":" + origin.line)
                    .sorted(Comparator.comparing(String::length).thenComparing(line -> line))
                    .toList();
        }
    }

    /** The line of a corpus. */
    record Origin(String corpus, long line) {}

    /** Whether all epochs have one and the same window. */
    boolean isAlwaysTheSame() {
        return isAlwaysTheSame;
    }

    /** Reads a window, unless it is the whole of the data and was read before. */
    Window window(int epoch, int number) {
        if (!isAlwaysTheSame) {
            return read(epoch, number);
        }
        if (whole.isEmpty()) {
            whole = Optional.of(read(epoch, number));
        }
        return whole.orElseThrow();
    }

    private Window read(int epoch, int number) {
        var examples = new ArrayList<Example>();
        var origins = new ArrayList<Origin>();
        var random = new Random(config.seed() ^ SPREAD * ((long) number << 32 | epoch + 1));
        for (var i = 0; i < corpora.size(); i++) {
            var corpus = corpora.get(i).name();
            var policy = policies.get(i);
            var begin = shares[i] * number / windows;
            var count = shares[i] * (number + 1) / windows - begin;
            cursors.get(i)
                    .read(
                            epoch * shares[i] + begin,
                            count,
                            (pair, line) -> policy.usable(policy.example(pair), line)
                                    .ifPresent(example -> {
                                        examples.add(dropout.map(bpe -> bpe.apply(pair, example, random))
                                                .orElse(example));
                                        origins.add(new Origin(corpus, line));
                                    }));
        }
        return new Window(examples, origins, config.seed() ^ SPREAD * ((long) number << 32));
    }

    @Override
    public void close() {
        cursors.forEach(CorpusCursor::close);
    }
}
