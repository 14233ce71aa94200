package org.dragoman.nmt.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class BpeTest {
    @TempDir
    Path folder;

    @Test
    void earlierMergesComeFirst() {
        var bpe = bpe("b c", "a b", "a bc");

        assertThat(bpe.split("abcx")).containsExactly("abc", "x"); // b c, then a bc; never a b
        assertThat(bpe.split("abx")).containsExactly("ab", "x");
    }

    @Test
    void overlappingPairsAreMergedFromTheLeft() {
        assertThat(bpe("a a").split("aaaaab")).containsExactly("aa", "aa", "a", "b");
    }

    @Test
    void aMergeWithTheEndMarkAppliesAtTheEndOfAWordOnly() {
        var bpe = bpe("e r</w>");

        assertThat(bpe.split("erer")).containsExactly("e", "r", "er");
    }

    @Test
    void aMergeWithoutTheEndMarkDoesNotApplyAtTheEndOfAWord() {
        assertThat(bpe("e r").split("erer")).containsExactly("er", "e", "r");
    }

    @Test
    void theFirstOfTwoEqualMergesCounts() {
        var bpe = bpe("a b", "b c", "a b");

        assertThat(bpe.split("abcx")).containsExactly("ab", "c", "x");
    }

    @Test
    void allPlacesOfAMergeAreDoneBeforeWhatTheyGiveRiseTo() {
        // abc arises from ab c too, and then goes with a before a bc is merged; here all a bc go first
        var bpe = bpe("b c", "ab c", "abc a", "a bc");

        assertThat(bpe.split("abcabcx")).containsExactly("abc", "abc", "x");
    }

    @Test
    void charactersOutsideTheBasicPlaneStayWhole() {
        assertThat(bpe("😀 a").split("😀😀ab")).containsExactly("😀", "😀a", "b");
    }

    @Test
    void anEmptyWordHasNoParts() {
        assertThat(bpe("a b").split("")).isEmpty();
    }

    @Test
    void aWordThatIsTooLongForTheCacheIsSplitTheSameWay() {
        var parts = bpe("a b", "ab ab").split("ab".repeat(1000)); // 999 ab, then a and b</w>

        assertThat(parts).hasSize(502).endsWith("abab", "ab", "a", "b");
        assertThat(parts.subList(0, 499)).containsOnly("abab");
    }

    @Test
    void manyThreadsGetTheResultsOfOne() throws Exception {
        var bpe = bpe("a b", "ab a", "b b", "ab ab");
        var words = IntStream.range(0, 5000)
                .mapToObj(i -> Integer.toBinaryString(i).replace('0', 'a').replace('1', 'b'))
                .toList();
        var expected = words.stream()
                .map(word -> bpe("a b", "ab a", "b b", "ab ab").split(word))
                .toList();
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<List<String>>> task =
                    () -> words.stream().map(bpe::split).toList();
            for (var result : threads.invokeAll(List.of(task, task, task, task))) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFileHoldsTheMergesInTheFormatOfSubwordNmt() throws IOException {
        var file = folder.resolve("bpe.txt");

        bpe("t h", "th e</w>", "\u0301 \u00a0").write(file);

        assertThat(file).hasContent("#version: 0.2\nt h\nth e</w>\n\u0301 \u00a0\n");
        assertThat(Bpe.read(file).merges())
                .isEqualTo(bpe("t h", "th e</w>", "\u0301 \u00a0").merges());
    }

    @Test
    void windowsLineEndsAreUnderstood() throws IOException {
        assertThat(Bpe.read(file("#version: 0.2\r\nt h\r\n")).merges())
                .isEqualTo(bpe("t h").merges());
    }

    @Test
    void refusesAFileOfAnotherVersion() throws IOException {
        var file = file("t h\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bpe.read(file))
                .withMessage(
                        "bpe.txt:1: expected \"#version: 0.2\", got \"t h\"; learn the merges with subword-nmt 0.2 or later");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        var file = file("");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bpe.read(file))
                .withMessageContaining("bpe.txt:1: expected \"#version: 0.2\", got an empty file");
    }

    @Test
    void refusesALineThatIsNotAMerge() throws IOException {
        for (var line : List.of("the", "t h e", " h", "t ", "")) {
            var file = file("#version: 0.2\na b\n" + line + "\nc d\n");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bpe.read(file))
                    .withMessage("bpe.txt:3: a merge is two symbols with one blank between them, got \"" + line + "\"");
        }
    }

    @Test
    void namesAFileThatIsMissingOrNotUtf8() throws IOException {
        var missing = folder.resolve("missing.txt");
        var latin = folder.resolve("latin.txt");
        Files.writeString(latin, "#version: 0.2\né a\n", ISO_8859_1);

        assertThatThrownBy(() -> Bpe.read(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + missing + " as UTF-8 text");
        assertThatThrownBy(() -> Bpe.read(latin))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + latin + " as UTF-8 text");
    }

    @Test
    void refusesASymbolThatAFileCannotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bpe.Merge("a", "b\n"))
                .withMessage("a symbol of a merge must have characters and no blank or line break, got \"b\n\"");
    }

    @Test
    void withoutChanceAVariedSplitIsTheUsualOneAndWithNothingButChanceCharacters() {
        var bpe = bpe("b c", "a b", "a bc", "a a");
        for (var word : List.of("abcx", "aaaaab", "x", "", "abcabc")) {
            assertThat(bpe.split(word, 0, new Random(1))).isEqualTo(bpe.split(word));
            assertThat(bpe.split(word, 1, new Random(1)))
                    .isEqualTo(word.codePoints().mapToObj(Character::toString).toList());
        }
    }

    /**
     * Each merge is left out with 0.3. Word abc: a b left out, 0.3; a b done and the next left out, 0.7 * 0.3; both done, 0.7 * 0.7. Word bcd:
     * c d is earlier and done with 0.7; left out, with b c done, 0.3 * 0.7; both left out, 0.3 * 0.3.
     */
    @Test
    void variedSplitsAreAsFrequentAsTheAlgorithmMakesThem() {
        var bpe = bpe("a b", "ab c</w>", "c d</w>", "b c");
        var random = new Random(1);
        var counts = new HashMap<List<String>, Integer>();
        var draws = 20_000;
        for (int i = 0; i < draws; i++) {
            counts.merge(bpe.split("abc", 0.3, random), 1, Integer::sum);
            counts.merge(bpe.split("bcd", 0.3, random), 1, Integer::sum);
        }
        var expected = Map.of(
                List.of("a", "b", "c"), 0.3,
                List.of("ab", "c"), 0.21,
                List.of("abc"), 0.49,
                List.of("b", "cd"), 0.7,
                List.of("bc", "d"), 0.21,
                List.of("b", "c", "d"), 0.09);
        assertThat(counts).hasSize(expected.size());
        expected.forEach((parts, share) -> assertThat((double) counts.get(parts) / draws)
                .as(parts.toString())
                .isCloseTo(share, within(0.015)));
    }

    /** Time grows with the square of the length; a text without blanks must not stop a training. */
    @Test
    void aVeryLongWordIsSplitAsUsual() {
        var word = "ab".repeat(50_000);
        assertThat(bpe("a b", "a b</w>").split(word, 0.5, new Random(1))).hasSize(50_000);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("bpe.txt"), text);
    }

    private static Bpe bpe(String... merges) {
        var parsed = new ArrayList<Bpe.Merge>();
        for (var merge : merges) {
            int blank = merge.indexOf(' ');
            parsed.add(new Bpe.Merge(merge.substring(0, blank), merge.substring(blank + 1)));
        }
        return new Bpe(parsed);
    }
}
