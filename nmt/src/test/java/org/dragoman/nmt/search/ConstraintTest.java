package org.dragoman.nmt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;

class ConstraintTest {

    private static Partial after(int... tokens) {
        var partial = Partial.start(2);
        for (var token : tokens) {
            partial = partial.then(0, token, -1, new float[0]);
        }
        return partial;
    }

    @Test
    void forbidsTheLastIdOfEverySequenceWhoseOtherIdsAreThere() {
        var constraint = new Constraint(List.of(), List.of(List.of(9), List.of(5, 6, 7), List.of(6, 8), List.of(6, 8)));
        assertThat(constraint.forbidden(after())).containsExactly(9);
        assertThat(constraint.forbidden(after(6))).containsExactlyInAnyOrder(8, 9);
        assertThat(constraint.forbidden(after(5, 6))).containsExactlyInAnyOrder(7, 8, 9);
        assertThat(constraint.forbidden(after(5, 6, 5))).containsExactly(9);
        assertThat(Constraint.NONE.forbidden(after(5))).isEmpty();
    }

    /** The start marker is no token of the target. */
    @Test
    void aSequenceCannotBeginWithTheStartMarker() {
        assertThat(new Constraint(List.of(), List.of(List.of(2, 5))).forbidden(after()))
                .isEmpty();
    }

    @Test
    void refusesASequenceWithoutIds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Constraint(List.of(), List.of(List.of(1), List.of())))
                .withMessage("a suppressed sequence must have at least one id, got none");
    }

    @Test
    void refusesAPrefixThatIsLongerThanTheTargetMayBe() {
        var config = SearchConfig.DEFAULT.withLimits(0, 2, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Beam(config, Markers.DEFAULT, 3, new Constraint(List.of(5, 6, 7), List.of())))
                .withMessage("a target of at most 2 tokens cannot begin with 3");
    }

    @Test
    void refusesANegativeNumberOfLeastTokens() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchRules(StopRule.CERTAIN, LengthLimit.CUT_OFF, false, false, -1))
                .withMessage("leastTokens must be 0 or more, got -1");
    }
}
