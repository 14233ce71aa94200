package org.dragoman.nmt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.text.SourceBatch;
import org.dragoman.nmt.text.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The search over models whose probabilities are written by hand, so that its results can be worked out on paper. */
class BeamSearchTest {

    private static final int SOURCE = 7;
    private static final SearchConfig PLAIN = SearchConfig.DEFAULT.withLengthPenalty(new LengthPenalty.None());
    private static final SearchConfig GREEDY = PLAIN.withWidth(1);
    private static final SearchConfig PAIR = PLAIN.withWidth(2).withNBest(2);

    /** Greedy takes A (0.6) and reaches 0.3 at most; over B (0.4) there is 0.36. */
    private static final Table GARDEN_PATH =
            new Table().line("", "A 0.6, B 0.4").line("A", "C 0.5, D 0.5").line("B", "C 0.9, D 0.1");

    private static List<Hypothesis> search(ScriptedModel.Script script, SearchConfig config) {
        return search(new ScriptedModel(script), config, 1).get(0);
    }

    private static List<List<Hypothesis>> search(ScriptedModel model, SearchConfig config, int sentences) {
        return new BeamSearch(model, Markers.DEFAULT, config).search(batch(sentences, 3));
    }

    /** Sources that begin with {@link #SOURCE}, the next id and so on, {@code length} long. */
    private static SourceBatch batch(int sentences, int length) {
        return SourceBatch.of(IntStream.range(0, sentences)
                .mapToObj(sentence -> source(SOURCE + sentence, length))
                .toList());
    }

    private static int[][] source(int first, int length) {
        var ids = new int[length];
        Arrays.fill(ids, first);
        ids[length - 1] = Vocabulary.END;
        return new int[][] {ids};
    }

    private static void assertHypothesis(Hypothesis found, String letters, double probability) {
        assertThat(found.ids()).isEqualTo(Table.ids(letters));
        assertThat(found.logProbability()).isCloseTo(Math.log(probability), within(1e-6));
    }

    @Test
    void greedySearchTakesTheLikeliestTokenAtEachStep() {
        var found = search(GARDEN_PATH, GREEDY);

        assertThat(found).hasSize(1);
        assertHypothesis(found.get(0), "A C", 0.3); // C and D are equal after A: the lower id
        assertThat(found.get(0).ended()).isTrue();
        assertThat(found.get(0).length()).isEqualTo(3);
    }

    @Test
    void beamFindsWhatGreedySearchMisses() {
        var found = search(GARDEN_PATH, PAIR);

        assertThat(found).hasSize(2);
        assertHypothesis(found.get(0), "B C", 0.36);
        assertHypothesis(found.get(1), "A C", 0.3);
    }

    @Test
    void nBestAreAllDifferentAndInOrderEvenIfTheBeamIsLargerThanTheVocabulary() {
        var found = search(GARDEN_PATH, PLAIN.withWidth(50).withNBest(50));

        assertThat(found).hasSize(4); // all that are possible
        assertHypothesis(found.get(0), "B C", 0.36);
        assertHypothesis(found.get(1), "A C", 0.3);
        assertHypothesis(found.get(2), "A D", 0.3);
        assertHypothesis(found.get(3), "B D", 0.04);
    }

    /** "A" has 0.5 * 0.9 = 0.45 and length 2; "B C D" has 0.5 * 0.8 = 0.4 and length 4. */
    private static final Table SHORT_AND_LONG = new Table()
            .line("", "A 0.5, B 0.5")
            .line("A", ". 0.9, F 0.1")
            .line("B", "C 1")
            .line("B C", "D 0.8, E 0.2");

    @Test
    void withoutLengthPenaltyTheLikeliestHypothesisWins() {
        var found = search(SHORT_AND_LONG, PAIR.withNBest(1));

        assertHypothesis(found.get(0), "A", 0.45);
        assertThat(found.get(0).score()).isCloseTo(Math.log(0.45), within(1e-6));
    }

    @Test
    void penaltyOfGnmtLetsTheLongerHypothesisWin() {
        var found = search(SHORT_AND_LONG, PAIR.withLengthPenalty(new LengthPenalty.Gnmt(1)));

        assertHypothesis(found.get(0), "B C D", 0.4);
        assertThat(found.get(0).score()).isCloseTo(Math.log(0.4) / (9.0 / 6), within(1e-6)); // -0.611
        assertHypothesis(found.get(1), "A", 0.45);
        assertThat(found.get(1).score()).isCloseTo(Math.log(0.45) / (7.0 / 6), within(1e-6)); // -0.684
    }

    @Test
    void meanProbabilityLetsTheLongerHypothesisWin() {
        var found = search(SHORT_AND_LONG, PAIR.withLengthPenalty(new LengthPenalty.Average(1)));

        assertHypothesis(found.get(0), "B C D", 0.4);
        assertThat(found.get(0).score()).isCloseTo(Math.log(0.4) / 4, within(1e-6));
        assertHypothesis(found.get(1), "A", 0.45);
    }

    /** Mean log-probabilities: the empty target -0.916, "A" log(0.3) / 2 = -0.602, "A B" log(0.3) / 3 = -0.401. */
    private static final Table LATE_WINNER =
            new Table().line("", ". 0.4, A 0.6").line("A", ". 0.5, B 0.5");

    @Test
    void aSearchMayStopAsSoonAsEnoughHypothesesHaveEnded() {
        var found = search(LATE_WINNER, PAIR.withLengthPenalty(new LengthPenalty.Average(1)));

        assertThat(found).extracting(Hypothesis::ids).containsExactly(Table.ids("A"), Table.ids(""));
    }

    @Test
    void aSearchMayGoOnUntilTheBestAreCertain() {
        var config = PAIR.withLengthPenalty(new LengthPenalty.Average(1)).withStop(StopRule.CERTAIN);

        var found = search(LATE_WINNER, config);

        assertThat(found).extracting(Hypothesis::ids).containsExactly(Table.ids("A B"), Table.ids("A"));
    }

    @Test
    void certaintyReckonsWithThePenaltyOfTheGreatestLength() {
        // when "A" has ended with log(0.3) / 2, "A B" has the same mean so far, but "A B" with its end will have
        // log(0.3) / 3
        var config = PAIR.withNBest(1).withLengthPenalty(new LengthPenalty.Average(1));

        var found = search(LATE_WINNER, config.withStop(StopRule.CERTAIN));

        assertHypothesis(found.get(0), "A B", 0.3);
    }

    @Test
    void aHypothesisThatEndsTakesNoPlaceFromThoseThatGoOn() {
        var script = new Table()
                .line("", ". 0.4, A 0.35, B 0.25")
                .line("A", "C 0.5, D 0.5")
                .line("B", "E 1");

        var found = search(script, PAIR);

        assertHypothesis(found.get(0), "", 0.4);
        assertHypothesis(found.get(1), "B E", 0.25); // "A C" has 0.175
    }

    @Test
    void aSearchForCertaintyStopsWhenNothingThatGoesOnCanWin() {
        var endless = new ScriptedModel((source, prefix) -> {
            var probabilities = new double[10];
            probabilities[Table.END] = prefix.isEmpty() ? 0.7 : 0;
            probabilities[4] = prefix.isEmpty() ? 0.3 : 1;
            return probabilities;
        });

        var found =
                search(endless, PAIR.withNBest(1).withStop(StopRule.CERTAIN), 1).get(0);

        assertHypothesis(found.get(0), "", 0.7);
        assertThat(endless.rowsOfSteps()).containsExactly(1); // A has 0.3 already and can't get more
    }

    @ParameterizedTest
    @EnumSource(StopRule.class)
    void greedySearchStopsAtTheFirstEndMarkerWhateverTheRule(StopRule stop) {
        var config = GREEDY.withLengthPenalty(new LengthPenalty.Average(1)).withStop(stop);
        var script = new Table().line("", ". 0.6, A 0.4").line("A", "B 1").line("A B", "C 1");

        var found = search(script, config);

        assertThat(found).extracting(Hypothesis::ids).containsExactly(Table.ids(""));
    }

    @ParameterizedTest
    @EnumSource(StopRule.class)
    void aHypothesisAtItsGreatestLengthIsCutOffAndSaysSo(StopRule stop) {
        ScriptedModel.Script endless = (source, prefix) -> new double[] {0, 0, 0, 0.1, 0.9};

        var found = search(endless, GREEDY.withLimits(1, 2, 100).withStop(stop)); // 3 * 1 + 2

        assertThat(found).hasSize(1);
        assertHypothesis(found.get(0), "A A A A A", Math.pow(0.9, 5));
        assertThat(found.get(0).ended()).isFalse();
        assertThat(found.get(0).length()).isEqualTo(5);
        assertThat(found.get(0))
                .hasToString("Hypothesis[ids=[4, 4, 4, 4, 4] (cut off), logProbability="
                        + found.get(0).logProbability() + ", score="
                        + found.get(0).score() + "]");
    }

    @Test
    void whatEndedRanksBeforeWhatWasCutOff() {
        var script = new Table().line("", "A 0.8, . 0.2").line("A", "B 0.6, C 0.4");

        var found = search(script, PAIR.withLimits(0, 2, 100));

        assertHypothesis(found.get(0), "", 0.2);
        assertHypothesis(found.get(1), "A B", 0.48);
        assertThat(found).extracting(Hypothesis::ended).containsExactly(true, false);
    }

    @Test
    void aModelThatLeavesNoChoiceGivesWhatIsThereSoFar() {
        var found = search(new Table().line("", "A 1").line("A", "_ 1"), PAIR);

        assertThat(found).hasSize(1);
        assertHypothesis(found.get(0), "A", 1);
        assertThat(found.get(0).ended()).isFalse();
    }

    @Test
    void aModelThatAllowsNothingAtAllGivesAnEmptyTarget() {
        var found = search(new Table().line("", "_ 1"), PAIR.withLengthPenalty(new LengthPenalty.Average(1)));

        assertThat(found).hasSize(1);
        assertThat(found.get(0)).isEqualTo(new Hypothesis(List.of(), false, 0, 0, new float[0][]));
    }

    @Test
    void someIdsAreNeverGenerated() {
        var script = new Table().line("", "_ 0.4, ? 0.3, A 0.3").line("A", "? 0.9, . 0.1");
        var model = new ScriptedModel(script);
        var withUnknown = Markers.DEFAULT.allowing(Vocabulary.UNKNOWN);

        assertHypothesis(search(script, GREEDY).get(0), "A", 0.03);
        var found =
                new BeamSearch(model, withUnknown, GREEDY).search(batch(1, 3)).get(0);
        assertHypothesis(found.get(0), "?", 0.3); // equal to A, but the lower id
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void ofEqualTokensTheLowerIdsAreChosen(int width) {
        ScriptedModel.Script script = (source, prefix) -> IntStream.range(0, 400)
                .mapToDouble(id -> prefix.isEmpty() ? (id < 100 ? 0 : 1 / 300.0) : id == Table.END ? 1 : 0)
                .toArray();

        var found = search(script, PLAIN.withWidth(width).withNBest(width));

        assertThat(found)
                .extracting(Hypothesis::ids)
                .containsExactlyElementsOf(
                        IntStream.range(100, 100 + width).mapToObj(List::of).toList());
    }

    @Test
    void ofEqualCandidatesThoseOfTheBetterHypothesisComeFirst() {
        // A B and A C have 0.5 * 0.5, and so has B A: 0.25 * 1
        var script = new Table()
                .line("", "A 0.5, B 0.25, C 0.25")
                .line("A", "B 0.5, C 0.5")
                .line("B", "A 1");

        var found = search(script, PLAIN.withWidth(3).withNBest(3));

        assertThat(found)
                .extracting(Hypothesis::ids)
                .containsExactly(Table.ids("A B"), Table.ids("A C"), Table.ids("B A"));
    }

    /** Sources 7, 8 ... say A five times, four times ... and end, each time with probability 0.8. */
    private static double[] countdown(int source, List<Integer> prefix) {
        var probabilities = new double[10];
        var likely = prefix.size() < SOURCE + 5 - source ? 4 : Table.END;
        probabilities[likely] = 0.8;
        probabilities[4 + Table.END - likely] = 0.2;
        return probabilities;
    }

    @Test
    void sentencesThatEndAtDifferentTimesStayInOrderAndLeaveTheBatchAtOnce() {
        var model = new ScriptedModel(BeamSearchTest::countdown);

        var found = search(model, GREEDY, 6); // the last sentence ends first

        for (var i = 0; i < 6; i++) {
            assertThat(found.get(i).get(0).ids()).isEqualTo(Collections.nCopies(5 - i, 4));
        }
        assertThat(model.rowsOfSteps()).containsExactly(6, 5, 4, 3, 2, 1);
    }

    @ParameterizedTest
    @CsvSource({"1, ENOUGH_ENDED", "2, ENOUGH_ENDED", "3, ENOUGH_ENDED", "3, CERTAIN", "20, CERTAIN"})
    void aSentenceIsSearchedTheSameAloneAndInABatch(int width, StopRule stop) {
        var config = SearchConfig.DEFAULT.withWidth(width).withNBest(width).withStop(stop);
        ScriptedModel.Script script = (source, prefix) -> random(source, prefix, 4);

        var together = search(new ScriptedModel(script), config, 5);

        for (var i = 0; i < 5; i++) {
            var sentence = i;
            var alone = search((source, prefix) -> script.next(source + sentence, prefix), config);
            assertThat(together.get(i)).as("sentence %d", i).isEqualTo(alone);
        }
    }

    /** The end marker and {@code letters} tokens get random probabilities that depend on the target so far. */
    private static double[] random(int source, List<Integer> prefix, int letters) {
        var random = new Random(31L * source + prefix.hashCode() * 1_000_003L);
        var probabilities = new double[4 + letters];
        IntStream.range(Table.END, probabilities.length).forEach(id -> probabilities[id] = random.nextDouble());
        var sum = Arrays.stream(probabilities).sum();
        return Arrays.stream(probabilities).map(p -> p / sum).toArray();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0.6", "3, 1", "4, 2", "5, 1"})
    void aBeamWideEnoughFindsTheBestOfAllTargets(int seed, double alpha) {
        var penalty = new LengthPenalty.Average(alpha);
        var config = PLAIN.withLengthPenalty(penalty)
                .withStop(StopRule.CERTAIN)
                .withLimits(0, 5, 100)
                .withWidth(3 * 3 * 3 * 3 * 3)
                .withNBest(10);

        var found = search((source, prefix) -> random(seed, prefix, 3), config);

        var scores = new ArrayList<Map.Entry<List<Integer>, Double>>();
        enumerate(seed, List.of(), 1, 5, alpha, scores);
        scores.sort(Comparator.comparing(entry -> -entry.getValue()));
        assertThat(scores).hasSize(1 + 3 + 9 + 27 + 81);
        for (var i = 0; i < 10; i++) {
            assertThat(found.get(i).ids())
                    .as("place %d", i)
                    .isEqualTo(scores.get(i).getKey());
            assertThat(found.get(i).score()).isCloseTo(scores.get(i).getValue(), within(1e-5));
        }
    }

    /** All targets that end within {@code longest} tokens, with their scores, by recursion. */
    private static void enumerate(
            int seed,
            List<Integer> prefix,
            double probability,
            int longest,
            double alpha,
            List<Map.Entry<List<Integer>, Double>> scores) {
        if (prefix.size() == longest) {
            return;
        }
        var next = random(seed, prefix, 3);
        var score = Math.log(probability * next[Table.END]) / Math.pow(prefix.size() + 1, alpha);
        scores.add(Map.entry(prefix, score));
        for (var id = 4; id < next.length; id++) {
            enumerate(seed, ScriptedModel.with(prefix, id), probability * next[id], longest, alpha, scores);
        }
    }

    @Test
    void refusesOutputThatIsNotANumber() {
        ScriptedModel.Script broken = (source, prefix) ->
                prefix.isEmpty() ? new double[] {0, 0, 0, 0, 1} : new double[] {0, 0, 0, Double.NaN, 1};

        assertThatThrownBy(() -> search(broken, PAIR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the model's output at target position 1 is not a number: its weights are broken, or its "
                        + "training diverged");
    }

    private static final double[][] FIRST = {{0.5, 0.25, 0.25}};
    private static final double[][] SECOND = {{0.2, 0.8, 0}, {0.4, 0.6, 0}};
    private static final double[][] THIRD = {{0, 0, 1}, {1, 0, 0}};

    private static float[][] alignment(Alignments alignments, int sourceLength, double[][]... layers) {
        var model = new ScriptedModel(GARDEN_PATH, layers);
        var search = new BeamSearch(model, Markers.DEFAULT, PAIR.withAlignments(alignments));
        return search.search(SourceBatch.of(List.of(source(7, 3), source(8, sourceLength))))
                .get(1)
                .get(0)
                .alignment();
    }

    @Test
    void alignmentIsTheMeanOverTheHeadsOfTheLastLayerButOne() {
        var found = alignment(new Alignments.Automatic(), 3, FIRST, SECOND, THIRD);

        assertThat(found).hasDimensions(2, 3); // B C, without its end marker
        for (var row : found) {
            assertThat(row).containsExactly(new float[] {0.3f, 0.7f, 0}, within(1e-6f));
        }
    }

    @Test
    void alignmentIsOfTheOnlyLayerIfThereIsOne() {
        assertThat(alignment(new Alignments.Automatic(), 3, FIRST)[0])
                .containsExactly(new float[] {0.5f, 0.25f, 0.25f}, within(1e-6f));
    }

    @Test
    void alignmentCanBeOfAChosenLayer() {
        assertThat(alignment(new Alignments.Layer(2), 3, FIRST, SECOND, THIRD)[1])
                .containsExactly(new float[] {0.5f, 0, 0.5f}, within(1e-6f));
    }

    @Test
    void alignmentFollowsEachHypothesisThroughTheBeam() {
        // all weight lies at the place (source + sum of the target so far) modulo 3; A is 4 and B is 5
        ScriptedModel.Gaze gaze = (source, prefix) -> {
            var weights = new double[3];
            weights[(source + prefix.stream().mapToInt(id -> id).sum()) % 3] = 1;
            return new double[][][] {{weights}};
        };
        var config = PAIR.withAlignments(new Alignments.Automatic());

        var found = search(new ScriptedModel(GARDEN_PATH, gaze), config, 2);

        assertThat(places(found.get(0).get(0))).containsExactly(7 % 3, (7 + 5) % 3); // B C
        assertThat(places(found.get(0).get(1))).containsExactly(7 % 3, (7 + 4) % 3); // A C
        assertThat(places(found.get(1).get(0))).containsExactly(8 % 3, (8 + 5) % 3);
        assertThat(places(found.get(1).get(1))).containsExactly(8 % 3, (8 + 4) % 3);
    }

    private static List<Integer> places(Hypothesis hypothesis) {
        return Arrays.stream(hypothesis.alignment())
                .map(row -> row[0] == 1 ? 0 : row[1] == 1 ? 1 : 2)
                .toList();
    }

    @Test
    void alignmentLeavesPaddingOut() {
        assertThat(alignment(new Alignments.Layer(1), 2, FIRST, SECOND)[1])
                .containsExactly(new float[] {0.3f, 0.7f}, within(1e-6f));
    }

    @Test
    void thereIsNoAlignmentUnlessAskedFor() {
        assertThat(alignment(new Alignments.None(), 3, FIRST)).isEmpty();
    }

    @Test
    void refusesToReadAlignmentsThatTheModelDoesNotHave() {
        assertThatThrownBy(() -> alignment(new Alignments.Automatic(), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alignments are wanted from a model without attention to the source");
        assertThatThrownBy(() -> alignment(new Alignments.Layer(2), 3, FIRST, SECOND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "alignments are wanted from layer 2, counted from 0, of a model in which 2 layers attend to the "
                                + "source");
    }
}
