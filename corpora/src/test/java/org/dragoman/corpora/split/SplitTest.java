package org.dragoman.corpora.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.corpora.text.TextKey;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

class SplitTest {
    private static final List<ShareSplit.Part> PARTS = List.of(
            new ShareSplit.Part("train", 0.98), new ShareSplit.Part("dev", 0.01), new ShareSplit.Part("test", 0.01));

    private static ShareSplit shares(long seed) {
        return new ShareSplit(PARTS, seed, TextKey.EXACT);
    }

    private static SizeSplit sizes(List<String> sources, int dev, int test) {
        var parts = List.of(new SizeSplit.Part("dev", dev), new SizeSplit.Part("test", test));
        return new SizeSplit(sources.iterator(), parts, "train", 1, TextKey.EXACT);
    }

    private static List<String> lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "line " + i).toList();
    }

    private static int[] counts(Split split, List<String> sources) {
        var counts = new int[split.parts().size()];
        sources.forEach(source -> counts[split.partOf(source)]++);
        return counts;
    }

    /**
     * In Python 3.11.7, x = int.from_bytes(hashlib.sha256(struct.pack(">q", 1) + line.encode()).digest()[:8], "big") / 2 ** 64, and the part is
     * a where x is below 0.5, b where it is below 0.8, or else c.
     */
    @Test
    void thePartOfALineIsThatOfItsHash() {
        var split = new ShareSplit(
                List.of(new ShareSplit.Part("a", 0.5), new ShareSplit.Part("b", 0.3), new ShareSplit.Part("c", 0.2)),
                1,
                TextKey.EXACT);
        var parts = "aabaaaacaabbabaaacbabbbcbcbabcbcbbabbaba";
        for (var i = 0; i < parts.length(); i++) {
            assertThat(split.parts().get(split.partOf("line " + i))).isEqualTo(parts.substring(i, i + 1));
        }
    }

    /** A count of n draws has the standard deviation sqrt(n p (1 - p)); 5 of them is exceeded once in 1.7 million splits. */
    @Test
    void partsHaveTheirShares() {
        var lines = lines(100_000);
        for (var seed = 0; seed < 5; seed++) {
            var counts = counts(shares(seed), lines);
            for (var i = 0; i < counts.length; i++) {
                var p = PARTS.get(i).share();
                assertThat((double) counts[i])
                        .as("part %d, seed %d", i, seed)
                        .isCloseTo(lines.size() * p, within(5 * Math.sqrt(lines.size() * p * (1 - p))));
            }
        }
    }

    @Test
    void aSourceStaysInItsPartWhateverElseThereIs() {
        var one = shares(1);
        var other = shares(1);
        var lines = lines(2_000);
        var parts = lines.stream().map(one::partOf).toList();
        var shuffled = new ArrayList<>(lines(3_000));
        Collections.shuffle(shuffled, new Random(3));
        shuffled.forEach(other::partOf);
        assertThat(lines.stream().map(other::partOf).toList()).isEqualTo(parts);
    }

    @Test
    void anotherSeedGivesAnotherSplit() {
        var lines = lines(2_000);
        assertThat(lines.stream().map(shares(1)::partOf).toList())
                .isNotEqualTo(lines.stream().map(shares(2)::partOf).toList());
    }

    @Test
    void normalizedSourcesStayTogether() {
        var split = new ShareSplit(
                List.of(new ShareSplit.Part("a", 0.5), new ShareSplit.Part("b", 0.5)), 1, TextKey.NORMALIZED);
        for (var line : lines(100)) {
            assertThat(split.partOf(line.toUpperCase(Locale.ROOT) + "!")).isEqualTo(split.partOf(line));
        }
    }

    @Test
    void partsOfASizeHaveThatSize() {
        var lines = new ArrayList<>(lines(1_000));
        lines.addAll(lines(300)); // these are there twice
        lines.addAll(lines(100)); // and these three times
        var split = sizes(lines, 100, 57);
        assertThat(split.parts()).containsExactly("dev", "test", "train");
        assertThat(counts(split, lines)).containsExactly(100, 57, 1_400 - 157);
    }

    @Test
    void partsOfASizeDoNotDependOnTheOrder() {
        var lines = new ArrayList<>(lines(1_000));
        lines.addAll(lines(500));
        var split = sizes(lines, 100, 100);
        var parts = lines.stream().map(split::partOf).toList();
        var shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(3));
        var again = sizes(shuffled, 100, 100);
        assertThat(lines.stream().map(again::partOf).toList()).isEqualTo(parts);
    }

    /** Each source has one pair here. */
    @Test
    void aNewSourceMovesAnOldOneToALaterPartOnly() {
        var lines = lines(1_000);
        var before = sizes(lines, 100, 100);
        var after = sizes(lines(1_100), 100, 100);
        Map<Integer, Integer> moved = new HashMap<>();
        for (var line : lines) {
            assertThat(after.partOf(line)).isGreaterThanOrEqualTo(before.partOf(line));
            moved.merge(after.partOf(line) - before.partOf(line), 1, Integer::sum);
        }
        assertThat(moved.get(0)).isGreaterThan(900);
        assertThat(moved).containsKey(1);
    }

    @Test
    void partsAreDisjointAndComplete() {
        var lines = lines(5_000);
        for (Split split : List.of(shares(4), sizes(lines, 500, 20))) {
            var byPart = new HashMap<Integer, HashSet<String>>();
            lines.forEach(line -> byPart.computeIfAbsent(split.partOf(line), p -> new HashSet<>())
                    .add(line));
            assertThat(byPart).hasSize(3);
            assertThat(byPart.values().stream().mapToInt(HashSet::size).sum()).isEqualTo(5_000);
        }
    }

    @Test
    void aPartCannotLieInAnotherFolder() {
        for (var name : List.of(".", "..", "../dev", "/tmp/dev", "a/b", "..\\dev", "C:dev")) {
            var parts = List.of(new ShareSplit.Part("a", 0.5), new ShareSplit.Part(name, 0.5));
            assertThatThrownBy(() -> new ShareSplit(parts, 1, TextKey.EXACT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the name of a part names a file, so it can't be . or .. and has no / \\ or :, got \""
                            + name + "\"");
        }
        var dotted = List.of(new ShareSplit.Part("dev.1", 0.5), new ShareSplit.Part(".hidden", 0.5));
        assertThat(new ShareSplit(dotted, 1, TextKey.EXACT).parts()).containsExactly("dev.1", ".hidden");
    }

    @Test
    void wrongSettingsAreRefused() {
        assertThatThrownBy(() -> new ShareSplit(PARTS.subList(0, 2), 1, TextKey.EXACT))
                .hasMessage("the shares of the parts must add up to 1, got 0.99");
        assertThatThrownBy(() -> new ShareSplit.Part("dev", 0))
                .hasMessage("the share of the part \"dev\" must be above 0 and at most 1, got 0.0");
        assertThatThrownBy(() -> new SizeSplit.Part("dev", 0))
                .hasMessage("the size of the part \"dev\" must be at least 1, got 0");
        assertThatThrownBy(() -> new ShareSplit(List.of(new ShareSplit.Part("a", 1)), 1, TextKey.EXACT))
                .hasMessage("a split needs at least two parts, got [a]");
        var twice = List.of(new ShareSplit.Part("a", 0.5), new ShareSplit.Part("a", 0.5));
        assertThatThrownBy(() -> new ShareSplit(twice, 1, TextKey.EXACT))
                .hasMessage("a split has two parts named \"a\"");
        var nameless = List.of(new ShareSplit.Part("a", 0.5), new ShareSplit.Part("", 0.5));
        assertThatThrownBy(() -> new ShareSplit(nameless, 1, TextKey.EXACT))
                .hasMessage("each part of a split needs a name, got [a, ]");
        assertThatThrownBy(() -> sizes(lines(10), 8, 8))
                .hasMessage(
                        "the part \"test\" should have 8 pairs, but 6 of them cannot be found: the corpus has 10 pairs,"
                                + " and those with the same source stay together");
    }
}
