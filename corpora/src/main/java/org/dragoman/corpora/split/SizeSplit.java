package org.dragoman.corpora.split;

import org.dragoman.corpora.text.ContentHash;
import org.dragoman.corpora.text.TextKey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Divides a corpus into parts of an exact number of pairs and a part for the rest. Sources are taken by their {@link ContentHash}, the
 * smallest first, each with all its pairs: the first part until it is full, then the next. A source with more pairs than are wanted goes to
 * a later part.
 *
 * <p>The result doesn't depend on the order of the corpus. But where the corpus grows, a new source with a small hash takes the place of
 * others, which then move: to a later part if every source has one pair, to any if sources repeat and others fit into the gap. Use {@link
 * ShareSplit} where none may ever move. The corpus is read twice, with memory for 8 bytes a line while it is divided, and afterwards for the
 * sources of the exact parts.
 */
public final class SizeSplit implements Split {
    private static final int FIRST_CAPACITY = 1 << 10;

    private final List<String> parts;
    private final Map<Long, Integer> chosen =
            new HashMap<>(); // hash of a source to its part; those of the rest are not there
    private final ContentHash hash;
    private final TextKey key;

    /**
     * A part to make.
     *
     * @param name for files and reports; none that leads to another folder
     * @param pairs in it, 1 or more
     */
    public record Part(String name, int pairs) {
        public Part {
            if (pairs < 1) {
                throw new IllegalArgumentException(
                        "the size of the part \"" + name + "\" must be at least 1, got " + pairs);
            }
        }
    }

    /**
     * Divides a corpus.
     *
     * @param sources of all pairs of the corpus
     * @param sized parts of an exact size
     * @param rest name of the part, last of all, that gets the others
     * @param seed another one gives another split
     * @param key what of a source counts
     * @throws IllegalArgumentException if the corpus is too small, or its repeated sources fit no part
     */
    public SizeSplit(Iterator<String> sources, List<Part> sized, String rest, long seed, TextKey key) {
        parts = PartNames.check(
                Stream.concat(sized.stream().map(Part::name), Stream.of(rest)).toList());
        this.key = key;
        hash = new ContentHash(seed);
        var hashes = sortedHashes(sources);
        var left = sized.stream().mapToInt(Part::pairs).toArray();
        for (var from = 0; from < hashes.length; ) {
            var to = from;
            while (to < hashes.length && hashes[to] == hashes[from]) {
                to++;
            }
            choose(hashes[from], to - from, left);
            from = to;
        }
        for (var i = 0; i < left.length; i++) {
            if (left[i] > 0) {
                throw new IllegalArgumentException("the part \"" + sized.get(i).name() + "\" should have "
                        + sized.get(i).pairs() + " pairs, but " + left[i] + " of them cannot be found: the corpus has "
                        + hashes.length + " pairs, and those with the same source stay together");
            }
        }
    }

    private long[] sortedHashes(Iterator<String> sources) {
        var hashes = new long[FIRST_CAPACITY];
        var count = 0;
        while (sources.hasNext()) {
            if (count == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * count);
            }
            hashes[count] = hashOf(sources.next());
            count++;
        }
        hashes = Arrays.copyOf(hashes, count);
        Arrays.sort(hashes);
        return hashes;
    }

    private long hashOf(String source) {
        return hash.of(key.of(source));
    }

    private void choose(long hashOfSource, int pairs, int... left) {
        for (var part = 0; part < left.length; part++) {
            if (pairs <= left[part]) {
                left[part] -= pairs;
                chosen.put(hashOfSource, part);
                return;
            }
        }
    }

    @Override
    public List<String> parts() {
        return parts;
    }

    @Override
    public int partOf(String source) {
        return chosen.getOrDefault(hashOf(source), parts.size() - 1);
    }
}
