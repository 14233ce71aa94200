package org.dragoman.nmt.text;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Byte pair encoding of single words, after Sennrich et al. 2016 (arXiv 1508.07909), with the results of subword-nmt 0.3
 * for files of version 0.2.
 *
 * <p>A word starts as its code points, the last of which carries an end mark, {@code </w>}. Among the neighbours that have a merge,
 * those of the earliest merge become one symbol, from left to right, until there is none left. Time is
 * O(n log n) in the length of the word, so a text without blanks is no danger. Safe for use by many threads.
 */
public final class Bpe {
    static final String END_OF_WORD = "</w>";

    private static final String VERSION = "#version: 0.2";
    private static final int CACHED_WORDS = 1 << 16;
    private static final int LONGEST_CACHED_WORD = 64;
    private static final int LONGEST_VARIED_WORD = 200; // it takes time with the square of the length
    private static final int UNKNOWN = -1;

    private final List<Merge> merges;
    private final Map<String, Integer> symbols = new HashMap<>();
    private final Map<Long, Integer> ranks = new HashMap<>();
    private final int[] merged;
    private final RecentCache<String, List<String>> cache = new RecentCache<>(CACHED_WORDS);

    /**
     * Two neighbouring symbols that become one.
     *
     * @param left the first symbol; not empty, no blank or line break
     * @param right the second symbol; the same, and it ends with {@code </w>} where it ends a word
     */
    public record Merge(String left, String right) {
        public Merge {
            check(left);
            check(right);
        }

        private static void check(String symbol) {
            if (symbol.isEmpty() || symbol.chars().anyMatch(c -> c == ' ' || c == '\n' || c == '\r')) {
                throw new IllegalArgumentException(
                        "a symbol of a merge must have characters and no blank or line break, got \"" + symbol + "\"");
            }
        }
    }

    /**
     * @param merges the merges, the first learnt first; of two equal ones the first counts
     */
    public Bpe(List<Merge> merges) {
        this.merges = List.copyOf(merges);
        this.merged = new int[this.merges.size()];
        for (int rank = 0; rank < merged.length; rank++) {
            var merge = this.merges.get(rank);
            ranks.putIfAbsent(pair(intern(merge.left()), intern(merge.right())), rank);
            merged[rank] = intern(merge.left() + merge.right());
        }
    }

    /**
     * Reads merges from a file as subword-nmt writes it: {@code #version: 0.2}, then a merge a line.
     *
     * @throws IllegalArgumentException if a line is something else
     * @throws UncheckedIOException if the file can't be read as UTF-8
     */
    public static Bpe read(Path file) {
        var lines = TextFile.lines(file);
        if (lines.isEmpty() || !lines.get(0).equals(VERSION)) {
            var first = lines.isEmpty() ? "an empty file" : '"' + lines.get(0) + '"';
            throw new IllegalArgumentException(
                    "%s:1: expected \"%s\", got %s; learn the merges with subword-nmt 0.2 or later"
                            .formatted(file.getFileName(), VERSION, first));
        }
        var merges = new ArrayList<Merge>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            merges.add(parse(lines.get(i), file, i + 1));
        }
        return new Bpe(merges);
    }

    private static Merge parse(String line, Path file, int number) {
        int blank = line.indexOf(' ');
        if (blank <= 0 || blank != line.lastIndexOf(' ') || blank == line.length() - 1) {
            throw new IllegalArgumentException("%s:%d: a merge is two symbols with one blank between them, got \"%s\""
                    .formatted(file.getFileName(), number, line));
        }
        return new Merge(line.substring(0, blank), line.substring(blank + 1));
    }

    /**
     * Writes the merges so that {@link #read} and subword-nmt understand them.
     *
     * @throws UncheckedIOException if the file can't be written
     */
    public void write(Path file) {
        var lines = new ArrayList<String>(merges.size() + 1);
        lines.add(VERSION);
        merges.forEach(merge -> lines.add(merge.left() + " " + merge.right()));
        TextFile.write(file, lines);
    }

    /** The merges, the first learnt first. */
    public List<Merge> merges() {
        return merges;
    }

    /**
     * Returns the parts of a word, which in a row are the word again; no marks are added.
     *
     * @param word one word, without blanks; an empty one has no parts
     */
    public List<String> split(String word) {
        return word.length() > LONGEST_CACHED_WORD ? parts(word) : cache.get(word, this::parts);
    }

    /**
     * Returns parts of a word that vary (Provilkov et al. 2020, arXiv 1910.13267, algorithm 1): before each merge, every place at which
     * there is one is passed over with some probability; what remains of the earliest merge is done; where nothing remains the word is
     * finished.
     *
     * @param word as for {@link #split(String)}; one of more than some hundred characters is split without chance
     * @param probability 0 gives what {@link #split(String)} gives, 1 characters
     * @param random decides at each place
     */
    public List<String> split(String word, double probability, Random random) {
        if (word.length() > LONGEST_VARIED_WORD) {
            return parts(word);
        }
        var row = new Row(word);
        row.mergeSome(probability, random);
        return row.parts();
    }

    private int intern(String symbol) {
        return symbols.computeIfAbsent(symbol, s -> symbols.size());
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }

    private List<String> parts(String word) {
        var row = new Row(word);
        row.mergeAll();
        return row.parts();
    }

    /** A place where a merge applied when it was found. */
    private record Candidate(int rank, int place) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return rank != other.rank ? Integer.compare(rank, other.rank) : Integer.compare(place, other.place);
        }
    }

    /** The symbols of one word while they are merged: a doubly linked list in arrays, by place of the first code point. */
    private final class Row {
        private final String word;
        private final int[] starts; // offsets of the code points in the word, and its length
        private final int[] symbol; // by place; meaningless once the place was merged into another
        private final int[] next;
        private final int[] previous;
        private final boolean[] gone;
        private final PriorityQueue<Candidate> queue = new PriorityQueue<>();

        Row(String word) {
            this.word = word;
            this.starts = codePointStarts(word);
            int size = starts.length - 1;
            symbol = new int[size];
            next = new int[size];
            previous = new int[size];
            gone = new boolean[size];
            for (int i = 0; i < size; i++) {
                var text = word.substring(starts[i], starts[i + 1]);
                symbol[i] = symbols.getOrDefault(i == size - 1 ? text + END_OF_WORD : text, UNKNOWN);
                next[i] = i + 1;
                previous[i] = i - 1;
            }
        }

        void mergeAll() {
            for (int i = 0; i < symbol.length; i++) {
                propose(i);
            }
            var places = new ArrayList<Integer>();
            while (!queue.isEmpty()) {
                int rank = takeEarliest(places);
                places.removeIf(place -> !merge(place, rank));
                places.forEach(this::proposeAround);
            }
        }

        /** Merges until nothing is left, or left over by chance. */
        void mergeSome(double probability, Random random) {
            var places = earliestBut(probability, random);
            while (!places.isEmpty()) {
                int rank = rankAt(places.get(0));
                places.forEach(place -> merge(place, rank));
                places = earliestBut(probability, random);
            }
        }

        /** The places of the earliest merge among those that chance doesn't pass over, from left to right. */
        private List<Integer> earliestBut(double probability, Random random) {
            var places = new ArrayList<Integer>();
            int earliest = Integer.MAX_VALUE;
            for (int i = 0; i < symbol.length; i = next[i]) {
                int rank = rankAt(i);
                if (rank == UNKNOWN || random.nextDouble() < probability || rank > earliest) {
                    continue;
                }
                if (rank < earliest) {
                    places.clear();
                    earliest = rank;
                }
                places.add(i);
            }
            return places;
        }

        /** All places of one merge are done before what they give rise to, even where that has an earlier merge. */
        private int takeEarliest(List<Integer> places) {
            places.clear();
            int rank = queue.element().rank();
            while (!queue.isEmpty() && queue.element().rank() == rank) {
                places.add(queue.remove().place());
            }
            return rank;
        }

        /** Returns false, and does nothing, where the symbols at {@code place} have changed since it was proposed. */
        private boolean merge(int place, int rank) {
            if (gone[place] || rankAt(place) != rank) {
                return false;
            }
            int swallowed = next[place];
            gone[swallowed] = true;
            symbol[place] = merged[rank];
            next[place] = next[swallowed];
            if (next[place] < symbol.length) {
                previous[next[place]] = place;
            }
            return true;
        }

        private void proposeAround(int place) {
            propose(place);
            if (previous[place] >= 0) {
                propose(previous[place]);
            }
        }

        private void propose(int place) {
            int rank = rankAt(place);
            if (rank != UNKNOWN) {
                queue.add(new Candidate(rank, place));
            }
        }

        private int rankAt(int place) {
            if (next[place] >= symbol.length || symbol[place] == UNKNOWN || symbol[next[place]] == UNKNOWN) {
                return UNKNOWN;
            }
            return ranks.getOrDefault(pair(symbol[place], symbol[next[place]]), UNKNOWN);
        }

        List<String> parts() {
            var parts = new ArrayList<String>();
            for (int i = 0; i < symbol.length; i = next[i]) {
                parts.add(word.substring(starts[i], starts[next[i]]));
            }
            return List.copyOf(parts);
        }
    }

    /** Offsets at which the code points of {@code text} start, and its length. */
    private static int[] codePointStarts(String text) {
        var starts = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = text.offsetByCodePoints(starts[i - 1], 1);
        }
        return starts;
    }
}
