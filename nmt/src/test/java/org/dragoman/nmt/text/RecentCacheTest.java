package org.dragoman.nmt.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

class RecentCacheTest {
    @Test
    void computesAValueOnce() {
        var computed = new AtomicInteger();
        var cache = new RecentCache<String, Integer>(10);

        assertThat(cache.get("four", word -> computed.incrementAndGet())).isEqualTo(1);
        assertThat(cache.get("four", word -> computed.incrementAndGet())).isEqualTo(1);
        assertThat(computed).hasValue(1);
    }

    @Test
    void keepsWhatIsAskedForAgainAndForgetsTheRest() {
        var computed = new ArrayList<Integer>();
        var cache = new RecentCache<Integer, Integer>(10);
        for (int i = 0; i < 1000; i++) {
            cache.get(-1, key -> remember(computed, key));
            cache.get(i, key -> remember(computed, key));
        }
        cache.get(0, key -> remember(computed, key));

        assertThat(computed).containsOnlyOnce(-1);
        assertThat(computed.stream().filter(key -> key == 0)).hasSize(2);
        assertThat(cache.size()).isBetween(10, 20);
    }

    @Test
    void staysBoundedAndRightUnderThreads() throws Exception {
        var cache = new RecentCache<Integer, Integer>(100);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int seed = 0; seed < 4; seed++) {
                var random = new Random(seed);
                tasks.add(() -> random.ints(50_000, 0, 1000).allMatch(key -> cache.get(key, k -> k * k) == key * key));
            }
            for (var result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(cache.size()).isLessThanOrEqualTo(200);
    }

    private static Integer remember(List<Integer> computed, Integer key) {
        computed.add(key);
        return key;
    }
}
