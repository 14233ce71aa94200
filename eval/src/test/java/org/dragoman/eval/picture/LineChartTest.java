package org.dragoman.eval.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.dragoman.eval.picture.LineChart.Curve;
import org.dragoman.eval.picture.LineChart.Point;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class LineChartTest extends PictureContract {
    private static final ChartConfig CONFIG = ChartConfig.of("updates", "loss").withTitle("Learning <b>&");
    private static final Curve TRAIN = curve("train & <x>", 3, 2, 1.5);
    private static final Curve VALIDATION = curve("日本 שלום", 3.5, 2.5, 2.2);

    private static Curve curve(String name, double... values) {
        return new Curve(
                name,
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Point(100 * i, values[i]))
                        .toList());
    }

    @Override
    Picture picture() {
        return LineChart.of(CONFIG, List.of(TRAIN, VALIDATION));
    }

    @Test
    void aCurveOfManyPointsIsOneLineOfItsOwnColourAndDashes() {
        var values = IntStream.range(0, 40).mapToDouble(i -> i % 7).toArray();
        var lines = Svg.of(LineChart.of(CONFIG, List.of(curve("a", values), curve("b", values)))
                        .svg())
                .all("polyline")
                .stream()
                .filter(line -> line.getAttribute("points").split(" ").length == 40)
                .toList();
        assertThat(lines).extracting(line -> line.getAttribute("stroke")).containsExactly("#0072b2", "#e69f00");
        assertThat(lines)
                .extracting(line -> line.getAttribute("stroke-dasharray"))
                .containsExactly("", "7,3");
    }

    @Test
    void aCurveOfFewPointsHasMarksOfItsOwn() {
        var svg = Svg.of(picture().svg());
        assertThat(svg.all("ellipse")).hasSize(3 + 1); // points and legend
        assertThat(svg.all("rect").stream()
                        .filter(rect -> rect.getAttribute("fill").equals("#e69f00")))
                .hasSize(3 + 1);
    }

    /** By hand: values fall by 1 and 0.5, so the second step is half as high as the first, and y counts downwards. */
    @Test
    void heightsAreInProportion() {
        var steps = Svg.of(picture().svg()).all("polyline").stream()
                .filter(line -> line.getAttribute("stroke").equals("#0072b2"))
                .map(line -> line.getAttribute("points").split("[ ,]"))
                .mapToDouble(numbers -> Double.parseDouble(numbers[3]) - Double.parseDouble(numbers[1]))
                .toArray();
        assertThat(steps[0] / steps[1]).isCloseTo(2, offset(0.01));
    }

    @Test
    void theDescriptionSaysWhatIsDrawn() {
        assertThat(Svg.of(picture().svg()).root().getAttribute("aria-label"))
                .isEqualTo("Learning <b>&: loss by updates");
    }

    /** A gradient that vanishes: 40 decades, of which not each can have a label. */
    @Test
    void manyDecadesHaveFewLabels() {
        var points = IntStream.range(0, 40)
                .mapToObj(i -> new Point(i, Math.pow(10, -i)))
                .toList();
        var config = new ChartConfig("", "distance", "gradient", false, true, 640, 380);
        var svg = LineChart.of(config, List.of(new Curve("tanh", points))).svg();
        var labels =
                svg.split("<g transform", -1).length - 1; // each a group, with those of the other axis and the names
        assertThat(labels).isBetween(8, 25);
    }

    @Test
    void thousandsOfPointsThatLookTheSameAreDrawnOnce() {
        var zipf = IntStream.rangeClosed(1, 50_000)
                .mapToObj(i -> new Point(i, Math.max(1, 20_000 / i)))
                .toList();
        var chart = LineChart.of(ChartConfig.of("rank", "frequency").withLogAxes(), List.of(new Curve("en", zipf)));
        assertThat(chart.svg().length()).isLessThan(100_000);
    }

    @Test
    void curvesThatHardlyVaryAreDrawn() {
        for (var curve : List.of(curve("a", 3), curve("b", 3, 3), curve("c", 0, 0), curve("", 1e-12, 1e12))) {
            assertThat(LineChart.of(CONFIG, List.of(curve)).svg()).doesNotContain("NaN", "Infinity");
        }
    }

    @Test
    void refusesWhatItCannotDraw() {
        assertThatThrownBy(() -> LineChart.of(CONFIG, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a chart needs at least one curve, got none");
        assertThatThrownBy(() -> LineChart.of(CONFIG, List.of(TRAIN, TRAIN)))
                .hasMessage("a chart needs a name of its own for each curve, got \"train & <x>\" twice");
        assertThatThrownBy(() -> LineChart.of(CONFIG.withLogAxes(), List.of(TRAIN)))
                .hasMessage(
                        "the logarithmic horizontal axis needs values above 0, but the curve \"train & <x>\" has 0.0");
        assertThatThrownBy(() -> new Point(1, Double.NaN))
                .hasMessage("a point of a curve must be finite, got 1.0, NaN");
        assertThatThrownBy(() -> new Curve("x", List.of()))
                .hasMessage("the curve \"x\" needs at least one point, got none");
        assertThatThrownBy(() -> CONFIG.withSize(100, 100))
                .hasMessage("a chart must be at least 200 x 150 large, got 100 x 100");
    }
}
