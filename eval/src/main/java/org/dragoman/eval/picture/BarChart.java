package org.dragoman.eval.picture;

import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.CategoryStyler;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Groups of bars, such as scores of systems by length of sentence, or a histogram. */
public final class BarChart extends Picture {
    private static final double GROUPED = 0.8; // of the room of a category that its bars fill
    private static final double ALONE = 0.9;

    private static final double WIDEST = 0.12; // share of the chart that a bar has at most
    private static final double ALMOST_ALL = 0.995; // of the plot; XChart leaves out a tick at its very edge
    private static final double MARGIN = 1.04; // of the axis beyond the longest bar

    private final ChartConfig config;
    private final List<String> categories;
    private final List<Bars> groups;

    private BarChart(ChartConfig config, List<String> categories, List<Bars> groups) {
        this.config = config;
        this.categories = categories;
        this.groups = groups;
    }

    /**
     * A bar.
     *
     * @param value its height; NaN where there is no bar
     * @param halfWidth of the confidence interval that a whisker shows, 0 or more; no whisker if absent
     */
    public record Bar(double value, OptionalDouble halfWidth) {
        public Bar {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("a bar must be finite, or NaN if there is none, got " + value);
            }
            if (halfWidth.isPresent() && !(halfWidth.getAsDouble() >= 0 && Double.isFinite(halfWidth.getAsDouble()))) {
                throw new IllegalArgumentException(
                        "half the width of an interval must be finite and 0 or more, got " + halfWidth.getAsDouble());
            }
        }

        public static Bar of(double value) {
            return new Bar(value, OptionalDouble.empty());
        }

        public static Bar of(double value, double halfWidth) {
            return new Bar(value, OptionalDouble.of(halfWidth));
        }
    }

    /**
     * The bars of one colour.
     *
     * @param name in the legend
     * @param bars one a category
     */
    public record Bars(String name, List<Bar> bars) {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * Makes a chart.
     *
     * @param categories what is along the horizontal axis, at least one, all different
     * @param groups at least one, with different names, each with a bar for each category
     */
    public static BarChart of(ChartConfig config, List<String> categories, List<Bars> groups) {
        XChartStyle.checkNames("category", categories);
        XChartStyle.checkNames("group of bars", groups.stream().map(Bars::name).toList());
        for (var group : groups) {
            if (group.bars().size() != categories.size()) {
                throw new IllegalArgumentException("the bars \"" + group.name() + "\" must be as many as the "
                        + categories.size() + " categories, got " + group.bars().size());
            }
        }
        return new BarChart(config, List.copyOf(categories), List.copyOf(groups));
    }

    @Override
    String svg(Theme theme, Lettering lettering) {
        var chart = new CategoryChart(config.width(), config.height());
        XChartStyle.apply(chart, config, names());
        axes(chart.getStyler());
        for (var i = 0; i < groups.size(); i++) {
            add(chart, i);
        }
        return ChartSvg.of(chart, config, description(), theme);
    }

    private List<String> names() {
        return groups.stream().map(Bars::name).toList();
    }

    private void axes(CategoryStyler styler) {
        styler.setAvailableSpaceFill(
                Math.min(groups.size() == 1 ? ALONE : GROUPED, WIDEST * groups.size() * categories.size()));
        styler.setPlotContentSize(ALMOST_ALL);
        styler.setErrorBarsColor(XChartStyle.TEXT);
        XChartStyle.giveRoom(styler, config, categories, names());
        styler.setYAxisMin(Math.min(0, MARGIN * ends(-1).min().orElse(0)));
        var highest = Math.max(0, MARGIN * ends(1).max().orElse(0));
        styler.setYAxisMax(highest > 0 ? highest : 1);
    }

    /** The lower (-1) or upper (1) ends of bars and their whiskers. */
    private DoubleStream ends(int side) {
        return groups.stream()
                .flatMap(group -> group.bars().stream())
                .mapToDouble(bar -> bar.value() + side * bar.halfWidth().orElse(0))
                .filter(end -> !Double.isNaN(end));
    }

    private void add(CategoryChart chart, int i) {
        var bars = groups.get(i).bars();
        var values = bars.stream().map(Bar::value).toList();
        var widths =
                bars.stream().map(bar -> bar.halfWidth().orElse(Double.NaN)).toList();
        var names = categories.stream().map(name -> Label.of(name).text()).toList();
        var series = chart.addSeries(Integer.toString(i), names, values, widths);
        XChartStyle.label(series, groups.get(i).name());
        series.setFillColor(XChartStyle.color(i));
    }

    private String description() {
        return (config.title().isEmpty() ? "chart" : config.title()) + ": " + config.yName() + " by " + config.xName();
    }
}
