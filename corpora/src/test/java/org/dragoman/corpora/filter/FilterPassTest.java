package org.dragoman.corpora.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.text.TextKey;
import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

class FilterPassTest {
    private static final List<Filter<String>> FILTERS = List.of(
            new NotEmptyFilter(),
            new LengthFilter(TextLength.WORDS, 1, 3),
            new WellFormedFilter(0.3),
            new DuplicateFilter(TextKey.EXACT));

    @Test
    void theFirstFilterThatRefusesCounts() {
        var refused = new ArrayList<String>();
        var pass = new FilterPass<>(
                List.of("a", "", "a b c d", "\u0000 1 2 3 4", "b", "a").iterator(),
                FILTERS,
                (line, name) -> refused.add(name + ":" + line));
        assertThat(pass).toIterable().containsExactly("a", "b");
        assertThat(pass.read()).isEqualTo(6);
        assertThat(pass.refused())
                .containsExactly(
                        new FilterPass.Refused("empty", 1),
                        new FilterPass.Refused("length", 2),
                        new FilterPass.Refused("ill-formed", 0),
                        new FilterPass.Refused("duplicate", 1));
        assertThat(refused).containsExactly("empty:", "length:a b c d", "length:\u0000 1 2 3 4", "duplicate:a");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsKeptIsInOrderAndNothingIsLost(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<String>();
        for (var i = 0; i < 500; i++) {
            all.add(RandomText.of(random, random.nextInt(12)));
        }
        var left = new ArrayList<>(all);
        var pass = new FilterPass<>(
                all.iterator(),
                FILTERS,
                (line, name) -> assertThat(left.remove(line)).isTrue());
        var kept = new ArrayList<String>();
        pass.forEachRemaining(kept::add);
        var refused =
                pass.refused().stream().mapToLong(FilterPass.Refused::count).sum();
        assertThat(kept.size() + refused).isEqualTo(500);
        assertThat(kept).isNotEmpty().isSubsetOf(all).hasSizeLessThan(500);
        var place = 0;
        for (var line : all) { // kept is all that is kept, in the order of all
            place += place < kept.size() && kept.get(place).equals(line) ? 1 : 0;
        }
        assertThat(place).isEqualTo(kept.size());
        assertThat(left).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(new FilterPass<>(kept.iterator(), FILTERS)).toIterable().containsExactlyElementsOf(kept);
    }

    @Test
    void thereIsNoElementBehindTheLast() {
        var pass = new FilterPass<>(List.of("").iterator(), FILTERS);
        assertThat(pass.hasNext()).isFalse();
        assertThatThrownBy(pass::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("nothing is left after element 1");
    }
}
