package org.dragoman.corpora.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often each type was seen: a word, or an n-gram of words. Not thread safe while tokens are added. */
public final class TokenCounts {
    private final Map<String, Counter> counts = new HashMap<>();
    private long tokens;

    /** A number that can grow in its place; a boxed one would be made anew for each token. */
    private static final class Counter {
        private long count;
    }

    /**
     * A type with its frequency.
     *
     * @param type the word, or the words of an n-gram with a space between them
     * @param count how often it was seen, 1 or more
     */
    public record Frequency(String type, long count) {}

    /** Counts tokens once more each. */
    public void addAll(Collection<String> line) {
        line.forEach(this::add);
    }

    /** Counts a token once more. */
    public void add(String token) {
        counts.computeIfAbsent(token, type -> new Counter()).count++;
        tokens++;
    }

    /** Tokens seen. */
    public long tokens() {
        return tokens;
    }

    /** Different tokens seen. */
    public int types() {
        return counts.size();
    }

    /** The types seen; a view. */
    public Set<String> typeSet() {
        return Collections.unmodifiableSet(counts.keySet());
    }

    /** How often a type was seen. */
    public long count(String type) {
        var counter = counts.get(type);
        return counter == null ? 0 : counter.count;
    }

    /** Types seen once. */
    public long hapaxes() {
        return counts.values().stream().filter(counter -> counter.count == 1).count();
    }

    /** The frequencies of all types, falling: the first has rank 1. */
    public long[] ranked() {
        var frequencies = counts.values().stream()
                .mapToLong(counter -> counter.count)
                .sorted()
                .toArray();
        for (var i = 0; i < frequencies.length / 2; i++) {
            var swapped = frequencies[i];
            frequencies[i] = frequencies[frequencies.length - 1 - i];
            frequencies[frequencies.length - 1 - i] = swapped;
        }
        return frequencies;
    }

    /** The most frequent types, at most {@code limit}; those that are as frequent in the order of {@link String#compareTo}. */
    public List<Frequency> mostFrequent(int limit) {
        var all = counts.entrySet().stream()
                .map(entry -> new Frequency(entry.getKey(), entry.getValue().count))
                .toArray(Frequency[]::new);
        Arrays.sort(all, Comparator.comparingLong(Frequency::count).reversed().thenComparing(Frequency::type));
        return List.of(all).subList(0, Math.min(limit, all.length));
    }
}
