package org.dragoman.eval.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.corpora.Lines;
import org.dragoman.eval.SegmentFiles;
import org.dragoman.eval.SystemCounts;
import org.dragoman.eval.text.Ter;
import org.dragoman.eval.text.TerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class AnalysisTest {

    @Test
    void eachLengthHasItsOwnScore() {
        var counts = count("a b\na x c\n", "a b\na b c\n");
        var groups = ScoreByLength.of(List.of(2, 3), counts.metrics().get(0), List.of(2));
        assertThat(groups).extracting(ScoreByLength::label).containsExactly("0-2", "3+");
        assertThat(groups).extracting(ScoreByLength::lines).containsExactly(1, 1);
        assertThat(groups.get(0).score().orElseThrow().value()).isZero();
        assertThat(groups.get(1).score().orElseThrow().value()).isCloseTo(100.0 / 3, within(1e-9));
        assertThatThrownBy(() -> ScoreByLength.of(List.of(2), counts.metrics().get(0), List.of(2)))
                .hasMessage("there must be a length for each of the 2 lines, got 1");
    }

    @Test
    void wordsAreDividedByAnyWhiteSpace() {
        assertThat(ScoreByLength.words(List.of("", " a  b\t", "c"))).containsExactly(0, 2, 1);
    }

    /** By hand: "a" is in the reference 3 times, "b" once, "x" never. */
    @Test
    void wordsAreRightAsOftenAsTheReferenceHasThem() {
        var groups = WordsByFrequency.of(
                List.of(List.of("a", "a", "x"), List.of("a", "b")),
                List.of(List.of("a", "b"), List.of("a", "a")),
                List.of(1));
        assertThat(groups.get(0)).isEqualTo(new WordsByFrequency(0, 1, 0, 2, 1));
        assertThat(groups.get(1)).isEqualTo(new WordsByFrequency(2, Integer.MAX_VALUE, 2, 3, 3));
        assertThat(groups.get(1).f1()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b | '' | c d | EMPTY",
                "a b | a b | c d | COPIED",
                "x | a b c a b c a b c d | a b c d e f g h i j | REPEATED",
                "In 1,000 years | In 1000 Jahren | In 1.000 Jahren | ''",
                "In 12 years | In 21 Jahren | In 12 Jahren | NUMBERS",
                "x | a | a b c d e f | SHORT",
                "x | a b c d e f g | a | LONG",
                "x | gut | gut | ''",
                "Berlin | Berlin | Berlin | ''",
                "We met Tom. | Wir trafen Paul. | Wir trafen Tom. | NAMES",
            })
    void whatIsWrongIsFound(String source, String output, String reference, String kinds) {
        var found = OutputCheck.of(7, source, output, reference);
        assertThat(found).extracting(f -> f.kind().name()).isEqualTo(kinds.isEmpty() ? List.of() : List.of(kinds));
        assertThat(found).allMatch(f -> f.line() == 7);
    }

    /** Tom is no name at the start of both sentences, but is further on; Rome is Rom in German, which nobody can see. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We met Tom. | Wir trafen ihn. | Wir trafen Tom. | Tom",
                "We met Tom. | Wir trafen Toms Hund. | Wir trafen Tom. | ''",
                "Tom met us. | Er traf uns. | Tom traf uns. | ''",
                "Tom met us. | Er traf uns. | Uns traf Tom. | Tom",
                "Yes. Tom came. | Ja. Er kam. | Ja! Tom kam. | ''",
                "\"Tom came.\" | Er kam. | „Tom kam.“ | ''",
                "We saw Rome. | Wir sahen es. | Wir sahen Rom. | ''",
                "NATO and iPhone | die | NATO und iPhone | NATO iPhone",
                "The A380 flew. | Es flog. | Der A380 flog. | A380",
                "I was 3 years in Jean-Paul's house. | x | 3 Jahre bei Jean-Paul. | Jean-Paul",
                "'' | Er kam. | Ihn sah Tom. | ''",
            })
    void namesThatSourceAndReferenceShareMustNotGetLost(String source, String output, String reference, String lost) {
        assertThat(String.join(" ", SharedNames.lost(source, output, reference)))
                .isEqualTo(lost);
    }

    /** Looking back to the start of the line at each word took minutes for a line like this. */
    @Test
    void namesAreFoundInALongLineWithoutWords() {
        var source = ". ".repeat(100_000) + "Ab ".repeat(20_000);
        assertThat(SharedNames.lost(source, "", source)).containsExactly("Ab");
    }

    private static SystemCounts count(String hypotheses, String references) {
        try (var files = new SegmentFiles(List.of(lines(hypotheses)), List.of(lines(references)))) {
            return SystemCounts.of(List.of("s"), files, List.of(new Ter(TerConfig.DEFAULT)), true)
                    .get(0);
        }
    }

    private static Lines lines(String text) {
        return Lines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "memory");
    }
}
