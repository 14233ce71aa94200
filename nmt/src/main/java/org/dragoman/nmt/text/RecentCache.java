package org.dragoman.nmt.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was computed lately, in bounded space.
 *
 * <p>Two generations: when the young one is full, it becomes the old one, and what isn't asked for again until the next
 * change is forgotten. Any number of threads may ask; two that miss at the same moment may both compute.
 */
final class RecentCache<K, V> {
    private final int capacity;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    /**
     * @param capacity values kept in a generation, so that about twice as many are kept in all
     */
    RecentCache(int capacity) {
        this.capacity = capacity;
    }

    /** Returns the value of {@code key}, computed by {@code function} where it isn't remembered. */
    V get(K key, Function<? super K, ? extends V> function) {
        V recent = young.get(key);
        if (recent != null) {
            return recent;
        }
        V earlier = old.get(key);
        V value = earlier != null ? earlier : function.apply(key);
        keep(key, value);
        return value;
    }

    int size() {
        return young.size() + old.size();
    }

    private synchronized void keep(K key, V value) {
        if (young.size() >= capacity) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
        young.put(key, value);
    }
}
