package org.dragoman.corpora;

import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sequences of symbols and what a simple rule makes of them: a task whose right answers are known, on which a model shows in minutes what it
 * can learn.
 *
 * <p>Symbols are words of letters: a to z, then aa, ab and so on. Each pair depends on the seed and its own number only, so a longer corpus begins with the shorter one.
 *
 * @param rule what makes the target of the source
 * @param pairs how many there are, at least 1
 * @param shortest length of a source in symbols, at least 1
 * @param longest length of a source in symbols; lengths between are equally likely
 * @param symbols how many different ones there are, at least 1
 * @param seed of the sources; corpora for training and test need different ones
 */
public record SyntheticCorpus(Rule rule, int pairs, int shortest, int longest, int symbols, long seed)
        implements ParallelCorpus {
    private static final int LETTERS = 26;

    /** What makes the target of the source. */
    public enum Rule {
        /** The source itself. */
        COPY {
            @Override
            IntStream apply(int... source) {
                return IntStream.of(source);
            }
        },
        /** The source from its end to its start. */
        REVERSE {
            @Override
            IntStream apply(int... source) {
                return IntStream.range(0, source.length).map(i -> source[source.length - 1 - i]);
            }
        },
        /** The source's symbols in the order of the alphabet, z before aa. */
        SORT {
            @Override
            IntStream apply(int... source) {
                return IntStream.of(source).sorted();
            }
        };

        abstract IntStream apply(int... source);

        /** As in JSON, such as {@code copy}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SyntheticCorpus {
        check(pairs >= 1, "pairs", "at least 1", pairs);
        check(shortest >= 1, "shortest", "at least 1", shortest);
        check(longest >= shortest, "longest", "at least shortest, " + shortest, longest);
        check(symbols >= 1, "symbols", "at least 1", symbols);
    }

    private static void check(boolean holds, String name, String expected, int value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " of a synthetic corpus must be " + expected + ", got " + value);
        }
    }

    @Override
    public PairReader open() {
        return new Reader();
    }

    private SentencePair pair(int number) {
        var random = new Random(seed * 1_000_003L + number);
        random.nextInt(); // the first numbers of neighbouring seeds are alike
        var source = random.ints(shortest + random.nextInt(longest - shortest + 1), 0, symbols)
                .toArray();
        return new SentencePair(text(IntStream.of(source)), text(rule.apply(source)));
    }

    private static String text(IntStream symbols) {
        return symbols.mapToObj(SyntheticCorpus::word).collect(Collectors.joining(" "));
    }

    private static String word(int symbol) {
        var last = Character.toString('a' + symbol % LETTERS);
        return symbol < LETTERS ? last : word(symbol / LETTERS - 1) + last;
    }

    private final class Reader implements PairReader {
        private int read;

        @Override
        public boolean hasNext() {
            return read < pairs;
        }

        @Override
        public SentencePair next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no pair after pair " + read);
            }
            return pair(read++);
        }

        @Override
        public long lineNumber() {
            return read;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
