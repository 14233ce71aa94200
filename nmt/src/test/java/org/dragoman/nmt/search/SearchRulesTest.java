package org.dragoman.nmt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.text.SourceBatch;
import org.dragoman.nmt.text.Vocabulary;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The rules in which searches differ, over models whose probabilities are written by hand. */
class SearchRulesTest {

    private static final SearchConfig PAIR = SearchConfig.DEFAULT
            .withLengthPenalty(new LengthPenalty.None())
            .withWidth(2)
            .withNBest(2);
    private static final SearchConfig MEANS = PAIR.withLengthPenalty(new LengthPenalty.Average(1));

    private static SearchRules limit(LengthLimit limit) {
        return new SearchRules(StopRule.ENOUGH_ENDED, limit, false, false);
    }

    private static SearchRules renormalized(boolean writesUnknown) {
        return new SearchRules(StopRule.ENOUGH_ENDED, LengthLimit.CUT_OFF, true, writesUnknown);
    }

    private static List<Hypothesis> search(ScriptedModel.Script script, SearchConfig config) {
        var source = new int[][] {{7, 7, Vocabulary.END}};
        return new BeamSearch(new ScriptedModel(script), Markers.of(config.rules()), config)
                .search(SourceBatch.of(List.<int[][]>of(source)))
                .get(0);
    }

    private static void assertHypothesis(Hypothesis found, String letters, double probability) {
        assertThat(found.ids()).isEqualTo(Table.ids(letters));
        assertThat(found.logProbability()).isCloseTo(Math.log(probability), within(1e-6));
    }

    private static final Table SHORT = new Table().line("", "A 0.8, . 0.2").line("A", "B 0.6, C 0.4");

    @Test
    void whatReachesTheGreatestLengthMayCountAsEnded() {
        var found = search(SHORT, PAIR.withLimits(0, 2, 100).withRules(limit(LengthLimit.COUNTED)));

        assertHypothesis(found.get(0), "A B", 0.48);
        assertHypothesis(found.get(1), "A C", 0.32); // before the empty target with 0.2
        assertThat(found).extracting(Hypothesis::ended).containsExactly(false, false);
        assertThat(found).extracting(Hypothesis::length).containsExactly(2, 2);
    }

    @Test
    void theEndMayBeForcedAtTheGreatestLength() {
        var found = search(SHORT, PAIR.withLimits(0, 2, 100).withRules(limit(LengthLimit.FORCED_END)));

        assertHypothesis(found.get(0), "A", 0.8); // its end has probability 1
        assertHypothesis(found.get(1), "", 0.2);
        assertThat(found).extracting(Hypothesis::ended).containsExactly(true, true);
    }

    @Test
    void theShareOfIdsThatAreNeverGeneratedMayGoToTheOthers() {
        var script = new Table().line("", "_ 0.5, ? 0.3, A 0.2").line("A", "? 0.9, . 0.1");

        assertHypothesis(search(script, PAIR.withWidth(1)).get(0), "A", 0.2 * 0.1);
        assertHypothesis(
                search(script, PAIR.withWidth(1).withRules(renormalized(false))).get(0), "A", 1);
        assertHypothesis(
                search(script, PAIR.withWidth(1).withRules(renormalized(true))).get(0), "?", 0.6);
    }

    /** As in Marian: what ends takes its place in the beam with it, so B is lost. */
    @Test
    void theBeamMayBecomeNarrowerAsHypothesesEnd() {
        var script = new Table()
                .line("", ". 0.4, A 0.35, B 0.25")
                .line("A", "C 0.5, D 0.5")
                .line("B", "E 1");

        var found = search(script, PAIR.withRules(SearchRules.MARIAN));

        assertHypothesis(found.get(0), "", 0.4);
        assertHypothesis(found.get(1), "A C", 0.175);
    }

    /**
     * When two have ended, their means are log(0.4) / 1 = -0.916 and log(0.54) / 2 = -0.308; "A B" has log(0.06) / 2 = -1.407 so far, and
     * would have log(0.06) / 5 = -0.563 with all that is certain to follow.
     */
    private static final Table SLOW_STARTER = new Table()
            .line("", ". 0.4, A 0.6")
            .line("A", ". 0.9, B 0.1")
            .line("A B", "C 1")
            .line("A B C", "D 1");

    @Test
    void aSearchMayStopWhenWhatGoesOnIsWorseAtItsPresentLength() {
        assertThat(search(SLOW_STARTER, MEANS.withStop(StopRule.UNLIKELY)))
                .extracting(Hypothesis::ids)
                .containsExactly(Table.ids("A"), Table.ids(""));
        assertThat(search(SLOW_STARTER, MEANS.withStop(StopRule.CERTAIN)))
                .extracting(Hypothesis::ids)
                .containsExactly(Table.ids("A"), Table.ids("A B C D"));
    }

    /** The empty target has -0.916, "A" log(0.3) / 2 = -0.602, and "A B" the same so far, so the search goes on to log(0.3) / 3 = -0.401. */
    @Test
    void aSearchGoesOnWhileWhatGoesOnIsBetterThanTheWorstThatEnded() {
        var script = new Table().line("", ". 0.4, A 0.6").line("A", ". 0.5, B 0.5");

        assertThat(search(script, MEANS.withStop(StopRule.UNLIKELY)))
                .extracting(Hypothesis::ids)
                .containsExactly(Table.ids("A B"), Table.ids("A"));
    }
}
