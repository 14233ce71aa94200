package org.dragoman.eval.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class TableFormatTest {
    private static final Table SYSTEMS = new Table(
            List.of(Column.of("system"), Column.score("BLEU"), Column.error("TER"), Column.of("lines")),
            List.of(
                    List.of(Cell.of("KIT & co_1"), Cell.of(26.084, 2).withHalfWidth(0.549), Cell.of(60, 1), Cell.of(3)),
                    List.of(
                            Cell.of("a<b, \"c\""),
                            Cell.of(28.3, 2).withHalfWidth(0.6).withPValue(0.00099900),
                            Cell.of(55.25, 1),
                            Cell.of(3004)),
                    List.of(Cell.of(""), Cell.of(26, 2).withPValue(0.25), Cell.of(Double.NaN, 1), Cell.of(0))));

    @Test
    void textHasAlignedColumnsWithNumbersToTheRight() {
        assertThat(TableFormat.TEXT.write(SYSTEMS)).isEqualTo("""
                system                            BLEU   TER  lines
                ----------  --------------------------  ----  -----
                KIT & co_1                26.08 ± 0.55  60.0      3
                a<b, "c"    28.30 ± 0.60 (p = 0.0010)*  55.2   3004
                                    26.00 (p = 0.2500)     -      0
                """);
    }

    @Test
    void csvHasFullPrecisionAndAColumnForEachPart() {
        assertThat(TableFormat.CSV.write(SYSTEMS)).isEqualTo("""
                system,BLEU,BLEU half width,BLEU p,TER,lines
                KIT & co_1,26.084,0.549,,60.0,3
                "a<b, ""c""\",28.3,0.6,9.99E-4,55.25,3004
                "",26.0,,0.25,,0
                """);
    }

    @Test
    void latexEscapesMarksSignificanceAndSetsTheBestInBold() {
        assertThat(TableFormat.LATEX.write(SYSTEMS)).isEqualTo("""
                \\begin{tabular}{lrrr}
                \\toprule
                system & BLEU & TER & lines \\\\
                \\midrule
                KIT \\& co\\_1 & 26.08 $\\pm$ 0.55 & 60.0 & 3 \\\\
                a\\textless{}b, \\textquotedbl{}c\\textquotedbl{} & \\textbf{28.30}$^{*}$ $\\pm$ 0.60 & \\textbf{55.2} & 3004 \\\\
                 & 26.00 & - & 0 \\\\
                \\bottomrule
                \\end{tabular}
                """);
    }

    @Test
    void htmlEscapesAndMarksTheBest() {
        assertThat(TableFormat.HTML.write(SYSTEMS))
                .contains("<th class=\"number\" scope=\"col\">BLEU</th>")
                .contains("<td>a&lt;b, \"c\"</td><td class=\"number\"><strong>28.30 ± 0.60 (p = 0.0010)*</strong></td>")
                .contains("<td>KIT &amp; co_1</td><td class=\"number\">26.08 ± 0.55</td>");
    }

    @Test
    void equalPrintedValuesAreAllTheBest() {
        var table = new Table(
                List.of(Column.score("F1")), List.of(List.of(Cell.of(50.001, 1)), List.of(Cell.of(49.999, 1))));
        assertThat(table.isBest(0, 0)).isTrue();
        assertThat(table.isBest(1, 0)).isTrue();
    }

    @Test
    void aSingleRowHasNoBest() {
        var table = new Table(List.of(Column.score("F1")), List.of(List.of(Cell.of(50, 1))));
        assertThat(table.isBest(0, 0)).isFalse();
    }

    @Test
    void aRowThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new Table(List.of(Column.of("a"), Column.of("b")), List.of(List.of(Cell.of(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 0 of the table must have 2 cells, got 1");
    }
}
