package org.dragoman.annotators.opennlp;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lends objects that only one thread at a time may use. A borrower never waits: if none is idle, another is made. Idle ones are
 * kept up to a limit, so memory does not grow with the number of threads that ever came by, as it does with thread locals.
 *
 * <p>Safe for use by many threads.
 *
 * @param <T> what is lent
 */
public final class Pool<T> {
    private final Supplier<? extends T> maker;
    private final ArrayBlockingQueue<T> idle;

    /** A pool that keeps as many as the machine has processors. */
    public Pool(Supplier<? extends T> maker) {
        this(maker, Runtime.getRuntime().availableProcessors());
    }

    /**
     * A pool with a limit of its own.
     *
     * @param most how many idle ones are kept, at least 1
     */
    Pool(Supplier<? extends T> maker, int most) {
        this.maker = maker;
        this.idle = new ArrayBlockingQueue<>(most);
    }

    /**
     * Returns what {@code use} makes of a borrowed object. It goes back afterwards, except when {@code use} throws: then it may
     * be in a state that spoils later answers, and is dropped.
     */
    public <R> R with(Function<? super T, ? extends R> use) {
        T borrowed = Optional.<T>ofNullable(idle.poll()).orElseGet(maker);
        R result = use.apply(borrowed);
        idle.offer(borrowed);
        return result;
    }
}
