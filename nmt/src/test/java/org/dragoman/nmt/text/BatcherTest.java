package org.dragoman.nmt.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class BatcherTest {
    private static final int TOKENS = 200;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 50})
    void everyExampleIsInOneBatch(int epoch) {
        var plan = new Batcher(examples(1000), TOKENS, 1).plan(epoch);

        assertThat(plan.stream().flatMapToInt(Arrays::stream).sorted().toArray())
                .isEqualTo(IntStream.range(0, 1000).toArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noBatchIsLargerThanAsked(long seed) {
        var batcher = new Batcher(examples(1000), TOKENS, seed);

        assertThat(batcher.plan(0)).hasSizeGreaterThan(10).allSatisfy(indices -> {
            var batch = batcher.batch(indices);
            assertThat(batch.rows() * Math.max(batch.sourceWidth(), batch.targetWidth()))
                    .isLessThanOrEqualTo(TOKENS);
        });
    }

    @Test
    void anExampleThatIsTooLongIsABatchOfItsOwn() {
        var examples = new ArrayList<>(examples(100));
        examples.add(50, example(TOKENS + 1, 3));
        examples.add(60, example(3, TOKENS + 1));

        var plan = new Batcher(examples, TOKENS, 1).plan(0);

        assertThat(plan).contains(new int[] {50}, new int[] {60});
    }

    @Test
    void theWiderSideDecidesAndEndsCount() {
        var examples = List.of(example(5, 1), example(5, 1), example(1, 5), example(1, 5));

        assertThat(new Batcher(examples, 20, 1).plan(0)).hasSize(1);
        assertThat(new Batcher(examples, 19, 1).plan(0)).hasSize(2);
    }

    @Test
    void thePlanFollowsFromSeedAndEpoch() {
        var plan = new Batcher(examples(500), TOKENS, 7).plan(3);

        assertThat(new Batcher(examples(500), TOKENS, 7).plan(3))
                .usingRecursiveComparison()
                .isEqualTo(plan);
    }

    @Test
    void anotherEpochAndAnotherSeedGiveOtherBatchesInAnotherOrder() {
        var plan = new Batcher(examples(500), TOKENS, 7).plan(3);

        for (var other :
                List.of(new Batcher(examples(500), TOKENS, 7).plan(4), new Batcher(examples(500), TOKENS, 8).plan(3))) {
            assertThat(texts(other)).isNotEqualTo(texts(plan));
            assertThat(sortedTexts(other)).isNotEqualTo(sortedTexts(plan));
        }
    }

    @Test
    void shortAndLongBatchesAlternate() {
        var batcher = new Batcher(examples(1000), TOKENS, 1);

        var widths = batcher.plan(0).stream()
                .map(batcher::batch)
                .map(batch -> Math.max(batch.sourceWidth(), batch.targetWidth()))
                .toList();

        // in the order of their lengths, at most 18 of some 70 would be wider than the one before
        long rises = IntStream.range(1, widths.size())
                .filter(i -> widths.get(i) > widths.get(i - 1))
                .count();
        assertThat(widths).hasSizeGreaterThan(60);
        assertThat(rises).isBetween(widths.size() / 3L, widths.size() * 2L / 3);
    }

    @Test
    void aBatchHasTheExamplesOfItsIndices() {
        var examples = List.of(example(2, 1), example(3, 2), example(4, 3));

        var batch = new Batcher(examples, TOKENS, 1).batch(new int[] {2, 0});

        assertThat(batch.sourceLengths()).containsExactly(4, 2);
        assertThat(batch.targetLengths()).containsExactly(3, 1);
    }

    @Test
    void noExamplesMakeNoBatches() {
        assertThat(new Batcher(List.of(), TOKENS, 1).plan(0)).isEmpty();
    }

    @Test
    void batchesOfRealSentencesAreHardlyPadded() {
        // every eighth of 156,000 pairs, by words and punctuation; unsorted, they would be padded far more
        var lines = TestData.lines("mt/tatoeba/deu-eng/train.tsv.gz");
        var examples = IntStream.range(0, lines.size() / 8)
                .mapToObj(i -> lines.get(8 * i).split("\t"))
                .map(pair -> example(tokens(pair[0]) + 1, tokens(pair[1]) + 1))
                .toList();
        var batcher = new Batcher(examples, 1000, 1);
        long cells = 0;
        long real = 0;
        for (var indices : batcher.plan(0)) {
            var batch = batcher.batch(indices);
            cells += batch.source(0).length + batch.targetInput().length;
            real += Arrays.stream(batch.sourceLengths()).sum() + batch.targetTokens();
        }

        assertThat(examples).hasSizeGreaterThan(19_000);
        assertThat(1 - (double) real / cells).isLessThan(0.04);
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Batcher(List.of(), 0, 1))
                .withMessage("a batch must have room for at least 1 token, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Batcher(List.of(), 1, 1).plan(-1))
                .withMessage("the epoch must be 0 or more, got -1");
    }

    private static int tokens(String sentence) {
        return Pretokenizer.JOINER.tokenize(sentence).size();
    }

    private static List<String> texts(List<int[]> plan) {
        return plan.stream().map(Arrays::toString).toList();
    }

    private static List<String> sortedTexts(List<int[]> plan) {
        return texts(plan).stream().sorted().toList();
    }

    private static List<Example> examples(int size) {
        var random = new Random(42);
        return random.ints(size, 1, 20)
                .mapToObj(length -> example(length, 1 + random.nextInt(20)))
                .toList();
    }

    /** An example of some lengths, ends counted. */
    private static Example example(int sourceLength, int targetLength) {
        var source = new int[sourceLength];
        Arrays.fill(source, 4);
        source[sourceLength - 1] = Vocabulary.END;
        var target = new int[targetLength - 1];
        Arrays.fill(target, 5);
        return new Example(new int[][] {source}, target);
    }
}
