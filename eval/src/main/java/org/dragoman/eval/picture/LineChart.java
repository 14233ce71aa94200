package org.dragoman.eval.picture;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Curves over a common axis, such as losses while a model learns; they differ by colour, dashes and, where there is room, marks. */
public final class LineChart extends Picture {
    private static final int MOST_MARKS = 30; // of a curve; more would hide its line
    private static final String UNSEEN = "unseen"; // the others are called by their numbers
    private static final double UNEQUAL = 0.3; // anything but a half
    private static final double STEPS = 2; // to a pixel; points less than one apart look the same

    private static final double TALL = 1e8;
    private static final double DECADES = 100; // ratio from which powers of ten are enough ticks of a logarithmic axis
    private static final double NEAR_ZERO = 0.3; // share of an axis that is added so that it begins at 0

    private final ChartConfig config;
    private final List<Curve> curves;

    private LineChart(ChartConfig config, List<Curve> curves) {
        this.config = config;
        this.curves = curves;
    }

    /**
     * A point of a curve.
     *
     * @param x finite
     * @param y finite
     */
    public record Point(double x, double y) {
        public Point {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("a point of a curve must be finite, got " + x + ", " + y);
            }
        }
    }

    /**
     * A line through points.
     *
     * @param name in the legend
     * @param points at least one, in the order in which they are joined
     */
    public record Curve(String name, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("the curve \"" + name + "\" needs at least one point, got none");
            }
        }
    }

    /**
     * Makes a chart.
     *
     * @param curves at least one, with different names
     * @throws IllegalArgumentException if there is no curve, two have one name, or a logarithmic axis has a value of 0 or less
     */
    public static LineChart of(ChartConfig config, List<Curve> curves) {
        XChartStyle.checkNames("curve", curves.stream().map(Curve::name).toList());
        for (var curve : curves) {
            for (var point : curve.points()) {
                checkLogarithm(config.hasLogX(), "horizontal", curve, point.x());
                checkLogarithm(config.hasLogY(), "vertical", curve, point.y());
            }
        }
        return new LineChart(config, List.copyOf(curves));
    }

    private static void checkLogarithm(boolean isLogarithmic, String axis, Curve curve, double value) {
        if (isLogarithmic && value <= 0) {
            throw new IllegalArgumentException("the logarithmic " + axis
                    + " axis needs values above 0, but the curve \"" + curve.name() + "\" has " + value);
        }
    }

    @Override
    String svg(Theme theme, Lettering lettering) {
        var chart = new XYChart(config.width(), config.height());
        XChartStyle.apply(chart, config, curves.stream().map(Curve::name).toList());
        axes(chart.getStyler());
        addUnseen(chart);
        for (var i = 0; i < curves.size(); i++) {
            add(chart, i);
        }
        return ChartSvg.of(chart, config, description(), theme);
    }

    private void axes(XYStyler styler) {
        styler.setMarkerSize(6);
        var x = range(Point::x);
        var y = range(Point::y);
        styler.setXAxisLogarithmic(config.hasLogX());
        styler.setYAxisLogarithmic(config.hasLogY() && !isTall());
        styler.setXAxisLogarithmicDecadeOnly(x.getMax() >= DECADES * x.getMin());
        styler.setYAxisLogarithmicDecadeOnly(y.getMax() >= DECADES * y.getMin());
        if (!config.hasLogX() && x.getMin() > 0 && x.getMin() < NEAR_ZERO * x.getMax()) {
            styler.setXAxisMin(0.0); // as steps of training, which are counted from there
        }
        if (isTall()) {
            styler.setyAxisTickLabelsFormattingFunction(exponent -> "1e" + Math.round(exponent));
        }
    }

    /** Whether the vertical axis has too many decades for XChart, which names each; such an axis is drawn as a linear one of exponents. */
    private boolean isTall() {
        var y = range(Point::y);
        return config.hasLogY() && y.getMax() >= TALL * y.getMin();
    }

    private double height(Point point) {
        return isTall() ? Math.log10(point.y()) : point.y();
    }

    private DoubleSummaryStatistics range(ToDoubleFunction<Point> value) {
        return curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(value)
                .summaryStatistics();
    }

    /** XChart takes ticks from a first series in equal steps, however odd these are. So a first one that isn't drawn has none. */
    private void addUnseen(XYChart chart) {
        var x = range(Point::x);
        if (x.getMin() < x.getMax()) {
            var between = x.getMin() + UNEQUAL * (x.getMax() - x.getMin());
            var y = height(curves.get(0).points().get(0));
            var unseen = chart.addSeries(UNSEEN, List.of(x.getMin(), between, x.getMax()), List.of(y, y, y));
            unseen.setShowInLegend(false);
            unseen.setMarker(XChartStyle.NO_MARKER);
            unseen.setLineStyle(SeriesLines.NONE);
        }
    }

    private void add(XYChart chart, int i) {
        var points = distinct(curves.get(i).points());
        var series = chart.addSeries(
                Integer.toString(i),
                points.stream().map(Point::x).toList(),
                points.stream().map(this::height).toList());
        XChartStyle.label(series, curves.get(i).name());
        series.setLineColor(XChartStyle.color(i));
        series.setMarkerColor(XChartStyle.color(i));
        series.setLineStyle(XChartStyle.line(i));
        series.setMarker(points.size() <= MOST_MARKS ? XChartStyle.marker(i) : XChartStyle.NO_MARKER);
    }

    /** Leaves out points that can't be told from the one before, of which a corpus with thousands of words that occur once has many. */
    private List<Point> distinct(List<Point> points) {
        var x = pixels(config.hasLogX(), config.width(), Point::x);
        var y = pixels(config.hasLogY(), config.height(), Point::y);
        var distinct = new ArrayList<Point>();
        for (var point : points) {
            var last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
            if (last == null
                    || x.applyAsLong(point) != x.applyAsLong(last)
                    || y.applyAsLong(point) != y.applyAsLong(last)) {
                distinct.add(point);
            }
        }
        return distinct;
    }

    /** Where a point lies along an axis, in halves of a pixel. */
    private ToLongFunction<Point> pixels(boolean isLogarithmic, int length, ToDoubleFunction<Point> value) {
        ToDoubleFunction<Point> place = isLogarithmic ? point -> Math.log(value.applyAsDouble(point)) : value;
        var range = range(place);
        var scale = range.getMax() > range.getMin() ? STEPS * length / (range.getMax() - range.getMin()) : 0;
        return point -> Math.round(place.applyAsDouble(point) * scale);
    }

    private String description() {
        return (config.title().isEmpty() ? "chart" : config.title()) + ": " + config.yName() + " by " + config.xName();
    }
}
