package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.nmt.search.LengthPenalty;
import org.dragoman.nmt.translate.TranslatorConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

import java.util.Optional;

class SearchChoiceTest {
    private static LengthPenalty read(String text) {
        return new ModelOptions.LengthPenaltyConverter().convert(text);
    }

    @Test
    void lengthPenaltiesAreReadByKindAndNumber() {
        assertThat(read("none")).isEqualTo(new LengthPenalty.None());
        assertThat(read("gnmt:0.6")).isEqualTo(new LengthPenalty.Gnmt(0.6));
        assertThat(read("Average:1")).isEqualTo(new LengthPenalty.Average(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"average", "gnmt:", "gnmt:-1", "average:x", "mean:1", "none:1", ""})
    void whatIsNoLengthPenaltyIsRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage(
                        "expected none, gnmt:A or average:A with a number A from 0 on, such as average:1, got " + text);
    }

    @Test
    void whatIsNotChosenTheModelDecides() {
        var config = TranslatorConfig.DEFAULT;
        assertThat(SearchChoice.NONE.over(config)).isEqualTo(config);
        var chosen = new SearchChoice(Optional.of(3), Optional.of(new LengthPenalty.Average(2))).over(config);
        assertThat(chosen.search().width()).isEqualTo(3);
        assertThat(chosen.search().lengthPenalty()).isEqualTo(new LengthPenalty.Average(2));
        assertThat(SearchChoice.of(chosen.search()).over(config)).isEqualTo(chosen);
    }
}
