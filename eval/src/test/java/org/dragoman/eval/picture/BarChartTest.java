package org.dragoman.eval.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.eval.picture.BarChart.Bar;
import org.dragoman.eval.picture.BarChart.Bars;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class BarChartTest extends PictureContract {
    private static final ChartConfig CONFIG = ChartConfig.of("words", "BLEU");
    private static final List<String> LENGTHS = List.of("1-10", "11-20");
    private static final Bars BASE = new Bars("base <&>", List.of(Bar.of(30, 2), Bar.of(Double.NaN)));
    private static final Bars BIG = new Bars("big", List.of(Bar.of(33, 1), Bar.of(28)));

    @Override
    Picture picture() {
        return BarChart.of(CONFIG, LENGTHS, List.of(BASE, BIG));
    }

    @Test
    void thereIsABarForEachValueAndNoneForAMissingOne() {
        var svg = Svg.of(picture().svg());
        assertThat(bars(svg, "#0072b2")).isEqualTo(1);
        assertThat(bars(svg, "#e69f00")).isEqualTo(2);
        assertThat(picture().svg()).doesNotContain("NaN");
    }

    private static long bars(Svg svg, String color) {
        return svg.all("path").stream()
                .filter(path -> path.getAttribute("fill").equals(color))
                .count();
    }

    /** A whisker is a line and two caps. */
    @Test
    void thereIsAWhiskerForEachInterval() {
        var lines = Svg.of(picture().svg()).all("polyline").stream()
                .filter(line -> line.getAttribute("stroke").equals("#1b1f24"));
        assertThat(lines).hasSize(2 * 3);
    }

    @Test
    void chartsWithoutAnyWhiskerOrValueAreDrawn() {
        for (var value : new double[] {5, 0, -3, Double.NaN, 1e-9}) {
            var chart = BarChart.of(CONFIG, List.of("a"), List.of(new Bars("x", List.of(Bar.of(value)))));
            assertThat(chart.svg()).doesNotContain("NaN");
            assertThat(bars(Svg.of(chart.svg()), "#0072b2")).isEqualTo(Double.isNaN(value) ? 0 : 1);
        }
    }

    @Test
    void manyCategoriesAreDrawn() {
        var categories =
                IntStream.range(0, 100).mapToObj(i -> i + "-" + (i + 1)).toList();
        var bars = IntStream.range(0, 100).mapToObj(Bar::of).toList();
        var svg = BarChart.of(CONFIG, categories, List.of(new Bars("x", bars))).svg();
        assertThat(bars(Svg.of(svg), "#0072b2")).isEqualTo(100);
    }

    @Test
    void refusesWhatItCannotDraw() {
        assertThatThrownBy(() -> BarChart.of(CONFIG, List.of(), List.of(BIG)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a chart needs at least one category, got none");
        assertThatThrownBy(() -> BarChart.of(CONFIG, List.of("a"), List.of(BIG)))
                .hasMessage("the bars \"big\" must be as many as the 1 categories, got 2");
        assertThatThrownBy(() -> BarChart.of(CONFIG, LENGTHS, List.of()))
                .hasMessage("a chart needs at least one group of bars, got none");
        assertThatThrownBy(() -> Bar.of(Double.POSITIVE_INFINITY))
                .hasMessage("a bar must be finite, or NaN if there is none, got Infinity");
        assertThatThrownBy(() -> Bar.of(1, -1))
                .hasMessage("half the width of an interval must be finite and 0 or more, got -1.0");
    }
}
