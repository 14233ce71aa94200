package org.dragoman.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class SegmentTest {

    @Test
    void zippingGivesEachHypothesisItsReferenceFromEachSet() {
        var segments = Segment.zip(List.of("h1", "h2"), List.of(List.of("a1", "a2"), List.of("b1", "b2")));
        assertThat(segments)
                .containsExactly(new Segment("h1", List.of("a1", "b1")), new Segment("h2", List.of("a2", "b2")));
    }

    @Test
    void aReferenceSetOfAnotherLengthIsRefused() {
        var sets = List.of(List.of("a1", "a2"), List.of("b1"));
        assertThatThrownBy(() -> Segment.zip(List.of("h1", "h2"), sets))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reference set 2 must have as many lines as there are hypotheses, 2, got 1");
    }

    @Test
    void aSegmentWithoutReferenceIsRefused() {
        assertThatThrownBy(() -> new Segment("Hallo", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a segment needs at least one reference, got none for \"Hallo\"");
    }
}
