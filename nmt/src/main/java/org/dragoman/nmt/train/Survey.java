package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.corpora.AtomicFile;
import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.model.SettingsJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one look at the training corpora found. It is kept in the folder of a run, so that a run that goes on needn't look again and notices
 * if they have changed.
 *
 * @param corpora one each, in their order
 */
record Survey(List<Corpus> corpora) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One corpus.
     *
     * @param bytes of its files together; 0 for one that is computed
     * @param pairs lines
     * @param empty pairs that are empty on a side
     * @param overlong pairs that are longer than the greatest length, and not empty
     */
    record Corpus(long bytes, long pairs, long empty, long overlong) {}

    /**
     * Reads the corpora.
     *
     * @throws IllegalArgumentException if they have nothing to learn from, or a pair that the policy refuses
     */
    static Survey of(List<CorpusFiles> corpora, Codec codec, TrainingConfig config) {
        var survey = new Survey(corpora.stream()
                .map(corpus -> look(corpus, new PairPolicy(corpus, codec, config)))
                .toList());
        if (survey.usable(config.data().overlong()) == 0) {
            throw new IllegalArgumentException("the training corpora have no pair to learn from: of " + survey.pairs()
                    + ", " + survey.empty() + " are empty on a side and " + survey.overlong()
                    + " have more than maximumLength " + config.maximumLength() + " pieces on a side");
        }
        return survey;
    }

    private static Corpus look(CorpusFiles corpus, PairPolicy policy) {
        var counts = new EnumMap<PairPolicy.Fitness, Long>(PairPolicy.Fitness.class);
        try (var pairs = corpus.open()) {
            while (pairs.hasNext()) {
                var pair = pairs.next();
                counts.merge(policy.fitness(policy.example(pair), pairs.lineNumber()), 1L, Long::sum);
            }
        }
        return new Corpus(
                bytes(corpus),
                counts.values().stream().mapToLong(count -> count).sum(),
                counts.getOrDefault(PairPolicy.Fitness.EMPTY, 0L),
                counts.getOrDefault(PairPolicy.Fitness.OVERLONG, 0L));
    }

    private static long bytes(CorpusFiles corpus) {
        var bytes = 0L;
        for (var file : corpus.files().values()) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return bytes;
    }

    /** Reads what {@link #write} wrote; a run of an earlier version has none, and its corpora are looked at now. */
    static Survey readOrMake(Path file, List<CorpusFiles> corpora, Codec codec, TrainingConfig config) {
        if (!Files.exists(file)) {
            return of(corpora, codec, config);
        }
        try {
            var found = new ArrayList<Corpus>();
            for (var corpus : JSON.readTree(Files.readAllBytes(file)).path("corpora")) {
                found.add(new Corpus(
                        corpus.path("bytes").asLong(),
                        corpus.path("pairs").asLong(),
                        corpus.path("empty").asLong(),
                        corpus.path("overlong").asLong()));
            }
            var survey = new Survey(List.copyOf(found));
            survey.requireUnchanged(corpora);
            return survey;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void requireUnchanged(List<CorpusFiles> now) {
        if (now.size() != corpora.size()) {
            throw new IllegalArgumentException("the run was begun with " + corpora.size()
                    + " training corpora and there are now " + now.size() + ": begin another run");
        }
        for (var i = 0; i < now.size(); i++) {
            var bytes = bytes(now.get(i));
            if (bytes != corpora.get(i).bytes) {
                throw new IllegalArgumentException("the training corpus " + files(now.get(i)) + " had "
                        + corpora.get(i).bytes + " bytes when the run was begun and has " + bytes
                        + " now: bring the old one back, or begin another run");
            }
        }
    }

    private static String files(CorpusFiles corpus) {
        return corpus.files().values().stream().map(Path::toString).collect(Collectors.joining(" with "));
    }

    void write(Path file) {
        var node = SettingsJson.object();
        var array = node.putArray("corpora");
        corpora.forEach(corpus -> array.add(SettingsJson.of(corpus)));
        AtomicFile.writeText(file, out -> out.write(SettingsJson.text(node)));
    }

    /** Pairs of each corpus, whatever becomes of them. */
    long[] sizes() {
        return corpora.stream().mapToLong(Corpus::pairs).toArray();
    }

    long pairs() {
        return corpora.stream().mapToLong(Corpus::pairs).sum();
    }

    long empty() {
        return corpora.stream().mapToLong(Corpus::empty).sum();
    }

    long overlong() {
        return corpora.stream().mapToLong(Corpus::overlong).sum();
    }

    /** Pairs that are learned from. */
    long usable(DataConfig.Overlong policy) {
        return pairs() - empty() - (policy == DataConfig.Overlong.CUT ? 0 : overlong());
    }
}
