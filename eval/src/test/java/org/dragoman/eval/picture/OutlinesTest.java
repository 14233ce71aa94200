package org.dragoman.eval.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

class OutlinesTest {
    private static final Pattern NUMBER = Pattern.compile("-?[\\d.]+");

    /** The horizontal coordinates: every other number. */
    private static DoubleStream x(String path) {
        var numbers = NUMBER.matcher(path)
                .results()
                .mapToDouble(n -> Double.parseDouble(n.group()))
                .toArray();
        return DoubleStream.iterate(0, i -> i < numbers.length, i -> i + 2).map(i -> numbers[(int) i]);
    }

    @Test
    void lettersStandWhereTheirAnchorIs() {
        var word = Label.of("Haus");
        assertThat(x(Outlines.path(word, 20, Anchor.LEFT)).min().orElseThrow()).isGreaterThanOrEqualTo(0);
        assertThat(x(Outlines.path(word, 20, Anchor.RIGHT)).max().orElseThrow()).isLessThanOrEqualTo(0);
        var middle = x(Outlines.path(word, 20, Anchor.MIDDLE)).summaryStatistics();
        assertThat(middle.getMin() + middle.getMax()).isBetween(-2.0, 2.0);
    }

    @Test
    void spacesHaveNoOutline() {
        assertThat(Outlines.path(new Label(" \u00a0", false), 20, Anchor.LEFT)).isEmpty();
    }

    @Test
    void anEmojiIsNeverInvisible() {
        assertThat(Outlines.path(Label.of("👩‍👩‍👧"), 20, Anchor.LEFT)).isNotEmpty();
    }
}
