package org.dragoman.eval.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

class LabelTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aCutLabelFits(long seed) {
        var label = Label.of(RandomText.of(new Random(seed), 200));
        for (var limit = 1; limit < 40; limit++) {
            assertThat(label.within(limit).width()).isLessThanOrEqualTo(limit);
        }
        assertThat(label.within(label.width())).isEqualTo(label);
    }

    @Test
    void tokensThatCannotBeSeenAreShownBySigns() {
        assertThat(Label.of("")).extracting(Label::text).isEqualTo("∅");
        assertThat(Label.of(" \u00a0").text()).isEqualTo("␣␣");
        assertThat(Label.of("\u200d").text()).isEqualTo("\ufffd");
        assertThat(Label.of("a\u200db c").text()).isEqualTo("a\u200db c");
        assertThat(Label.of("\t\u001b").text()).isEqualTo("␉␛");
    }

    @Test
    void charactersAreNotCutApart() {
        assertThat(Label.of("👩‍👩‍👧".repeat(9)).within(3.5).text()).matches("(👩‍👩‍👧)*…");
        assertThat(Label.of("e\u0301".repeat(9)).within(3).text()).matches("(e\u0301)+…");
    }

    @Test
    void ideographsAreTwiceAsWideAsLettersAndMarksHaveNoWidth() {
        assertThat(Label.of("日本").width()).isEqualTo(2);
        assertThat(Label.of("e\u0301").width()).isEqualTo(Label.of("e").width());
    }

    @Test
    void aTokenWithoutLettersRunsAsItsSentenceDoes() {
        assertThat(Label.sentence(List.of("שלום", "(", "x", "עולם")))
                .extracting(Label::isRightToLeft)
                .containsExactly(true, true, false, true);
        assertThat(Label.sentence(List.of("12", "(", "x")))
                .extracting(Label::isRightToLeft)
                .containsExactly(false, false, false);
    }
}
