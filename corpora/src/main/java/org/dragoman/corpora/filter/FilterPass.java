package org.dragoman.corpora.filter;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One pass over a corpus that leaves out what a filter refuses, in order, with memory for one element and for what the filters remember.
 * Not thread safe.
 *
 * @param <T> what the corpus consists of
 */
public final class FilterPass<T> implements Iterator<T> {
    private final Iterator<? extends T> all;
    private final List<Filter<T>> filters;
    private final List<Predicate<T>> tests;
    private final BiConsumer<? super T, ? super String> refused;
    private final long[] counts; // what each filter refused
    private long read;
    private Optional<T> next = Optional.empty();

    /** Filters what an iterator gives. */
    public FilterPass(Iterator<? extends T> all, List<Filter<T>> filters) {
        this(all, filters, (element, name) -> {});
    }

    /**
     * Filters what an iterator gives.
     *
     * @param all the corpus, which is not closed here
     * @param filters asked in this order; after the first that refuses an element, the others are not asked
     * @param refused gets each element that is left out, with the name of the filter
     */
    public FilterPass(
            Iterator<? extends T> all, List<Filter<T>> filters, BiConsumer<? super T, ? super String> refused) {
        this.all = all;
        this.filters = List.copyOf(filters);
        this.tests = this.filters.stream().map(Filter::start).toList();
        this.refused = refused;
        counts = new long[this.filters.size()];
    }

    /**
     * How much a filter refused.
     *
     * @param filter its name
     * @param count elements of which it was the first to refuse
     */
    public record Refused(String filter, long count) {}

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && all.hasNext()) {
            T element = all.next();
            read++;
            if (keeps(element)) {
                next = Optional.of(element);
            }
        }
        return next.isPresent();
    }

    private boolean keeps(T element) {
        for (var i = 0; i < tests.size(); i++) {
            if (!tests.get(i).test(element)) {
                counts[i]++;
                refused.accept(element, filters.get(i).name());
                return false;
            }
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("nothing is left after element " + read);
        }
        var element = next.orElseThrow();
        next = Optional.empty();
        return element;
    }

    /** Elements read so far. */
    public long read() {
        return read;
    }

    /** What each filter refused so far, in the order of the filters. */
    public List<Refused> refused() {
        return IntStream.range(0, counts.length)
                .mapToObj(i -> new Refused(filters.get(i).name(), counts[i]))
                .toList();
    }
}
