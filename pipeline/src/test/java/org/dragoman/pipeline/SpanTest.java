package org.dragoman.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.stream.Stream;

class SpanTest {
    @Test
    void coversTextByUtf16Units() {
        assertThat(new Span(2, 6).textIn("a 👍🏽 b")).isEqualTo("👍🏽");
        assertThat(new Span(1, 1).textIn("ab")).isEmpty();
    }

    @Test
    void saysWhereItEndsAfterTheText() {
        assertThatThrownBy(() -> new Span(1, 4).textIn("abc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("span [1, 4) ends after the text, which has 3 characters");
    }

    @Test
    void refusesOffsetsThatAreNegativeOrReversed() {
        assertThatThrownBy(() -> new Span(-1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a span needs 0 <= start <= end, got start -1 and end 2");
        assertThatThrownBy(() -> new Span(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a span needs 0 <= start <= end, got start 3 and end 2");
    }

    @Test
    void containsWhatLiesInsideAndItself() {
        var span = new Span(2, 5);
        assertThat(span.contains(span)).isTrue();
        assertThat(span.contains(new Span(3, 3))).isTrue();
        assertThat(span.contains(new Span(1, 3))).isFalse();
        assertThat(span.contains(new Span(4, 6))).isFalse();
    }

    @Test
    void overlapsOnlyWhereAUnitIsShared() {
        var span = new Span(2, 5);
        assertThat(span.overlaps(new Span(4, 9))).isTrue();
        assertThat(span.overlaps(new Span(5, 9))).isFalse();
        assertThat(span.overlaps(new Span(0, 2))).isFalse();
        assertThat(span.overlaps(new Span(3, 3))).isFalse();
    }

    @Test
    void shiftsBothWaysButNotBeforeTheText() {
        assertThat(new Span(2, 5).shift(3)).isEqualTo(new Span(5, 8));
        assertThat(new Span(2, 5).shift(-2)).isEqualTo(new Span(0, 3));
        assertThatThrownBy(() -> new Span(2, 5).shift(-3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sortsByStartAndPutsTheOuterFirst() {
        assertThat(Stream.of(new Span(3, 4), new Span(1, 2), new Span(1, 5)).sorted())
                .containsExactly(new Span(1, 5), new Span(1, 2), new Span(3, 4));
    }
}
