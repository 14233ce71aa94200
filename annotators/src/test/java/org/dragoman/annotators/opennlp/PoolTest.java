package org.dragoman.annotators.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class PoolTest {
    private final AtomicInteger made = new AtomicInteger();
    private final Pool<Integer> pool = new Pool<>(made::incrementAndGet, 1);

    @Test
    void lendsAgainWhatCameBack() {
        assertThat(pool.<Integer>with(item -> item)).isEqualTo(1);
        assertThat(pool.<Integer>with(item -> item)).isEqualTo(1);
    }

    @Test
    void neverLendsOneTwiceAtATime() {
        var pair = pool.<String>with(outer -> pool.<String>with(inner -> outer + " " + inner));
        assertThat(pair).isEqualTo("1 2");
    }

    @Test
    void keepsNoMoreThanItsLimit() {
        pool.<String>with(outer -> pool.<String>with(inner -> outer + " " + inner)); // 2 comes back first and is kept
        var pair = pool.<String>with(outer -> pool.<String>with(inner -> outer + " " + inner));
        assertThat(pair).isEqualTo("2 3");
    }

    @Test
    void dropsWhatWasInUseWhenSomethingWentWrong() {
        assertThatThrownBy(() -> pool.<Integer>with(item -> {
                    throw new IllegalStateException("spoiled " + item);
                }))
                .hasMessage("spoiled 1");
        assertThat(pool.<Integer>with(item -> item)).isEqualTo(2);
    }
}
