package org.dragoman.eval.alignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The links between the words of a sentence and those of its translation, sorted. Immutable. */
public final class WordAlignment implements Iterable<WordLink> {
    private final SortedSet<WordLink> links;

    private WordAlignment(Collection<WordLink> links) {
        this.links = Collections.unmodifiableSortedSet(new TreeSet<>(links));
    }

    public static WordAlignment of(Collection<WordLink> links) {
        return new WordAlignment(links);
    }

    /**
     * Reads Pharaoh's form: links such as {@code 0-0 2-1}, with white space between them.
     *
     * @throws IllegalArgumentException if something else stands there
     */
    public static WordAlignment parse(String line) {
        return parse(line, 0);
    }

    /** The same with indices that count from another number, mostly 1. */
    public static WordAlignment parse(String line, int base) {
        var gold = GoldAlignment.parse(line, base);
        if (!gold.possible().equals(gold.sure())) {
            throw new IllegalArgumentException("an alignment has links such as 0-2, got \"" + line.strip() + "\"");
        }
        return gold.sure();
    }

    /** For each target word its strongest source word; a target word without any weight has no link. Of equal weights the first counts. */
    public static WordAlignment strongest(SoftAlignment soft) {
        return each(
                soft,
                target -> IntStream.range(0, soft.source().size())
                        .boxed()
                        .max((a, b) -> {
                            var order = Double.compare(soft.weight(a, target), soft.weight(b, target));
                            return order != 0 ? order : Integer.compare(b, a);
                        })
                        .filter(source -> soft.weight(source, target) > 0)
                        .map(IntStream::of)
                        .orElseGet(IntStream::empty));
    }

    /** All links that weigh {@code threshold} or more, which is above 0. */
    public static WordAlignment above(SoftAlignment soft, double threshold) {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("the threshold of links must be above 0, got " + threshold);
        }
        return each(
                soft,
                target -> IntStream.range(0, soft.source().size())
                        .filter(source -> soft.weight(source, target) >= threshold));
    }

    private static WordAlignment each(SoftAlignment soft, IntFunction<IntStream> sources) {
        var links = new ArrayList<WordLink>();
        for (var target = 0; target < soft.target().size(); target++) {
            for (var source : sources.apply(target).toArray()) {
                links.add(new WordLink(source, target));
            }
        }
        return new WordAlignment(links);
    }

    /** The links in order. */
    public SortedSet<WordLink> links() {
        return links;
    }

    public int size() {
        return links.size();
    }

    public boolean contains(WordLink link) {
        return links.contains(link);
    }

    /** The same links seen from the other language. */
    public WordAlignment reversed() {
        return new WordAlignment(links.stream().map(WordLink::reversed).toList());
    }

    /** The links that both have. */
    public WordAlignment intersection(WordAlignment other) {
        return new WordAlignment(links.stream().filter(other::contains).toList());
    }

    /** The links that one or the other has. */
    public WordAlignment union(WordAlignment other) {
        var all = new ArrayList<>(links);
        all.addAll(other.links);
        return new WordAlignment(all);
    }

    @Override
    public Iterator<WordLink> iterator() {
        return links.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WordAlignment that && links.equals(that.links);
    }

    @Override
    public int hashCode() {
        return links.hashCode();
    }

    /** Pharaoh's form, which {@link #parse(String)} reads. */
    @Override
    public String toString() {
        return links.stream().map(WordLink::toString).collect(Collectors.joining(" "));
    }
}
