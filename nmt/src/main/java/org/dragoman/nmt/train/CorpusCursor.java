package org.dragoman.nmt.train;

import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads a corpus in rounds: after its last pair comes its first. One pass that goes on where it stopped opens no file again. */
final class CorpusCursor implements AutoCloseable {

    private final CorpusFiles corpus;
    private final long size;
    private Optional<TrainingPairs> reader = Optional.empty();
    private long place;

    /** @param size pairs of the corpus */
    CorpusCursor(CorpusFiles corpus, long size) {
        this.corpus = corpus;
        this.size = size;
    }

    /**
     * Reads pairs.
     *
     * @param from place of the first one, counted on and on over the rounds, from 0
     * @param count how many
     * @param each gets a pair and the number of its line
     */
    void read(long from, long count, BiConsumer<TrainingPair, Long> each) {
        for (var i = from; i < from + count; i++) {
            var current = at(i % size);
            var pair = current.next();
            place++;
            each.accept(pair, current.lineNumber());
        }
    }

    private TrainingPairs at(long wanted) {
        if (reader.isEmpty() || place > wanted) {
            close();
            reader = Optional.of(corpus.open());
            place = 0;
        }
        var current = reader.orElseThrow();
        for (; place < wanted; place++) {
            current.next();
        }
        return current;
    }

    @Override
    public void close() {
        reader.ifPresent(TrainingPairs::close);
        reader = Optional.empty();
    }
}
