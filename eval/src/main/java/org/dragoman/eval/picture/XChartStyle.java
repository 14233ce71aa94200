package org.dragoman.eval.picture;

import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** How XChart draws: light paper, no boxes, the palette of our pictures. */
final class XChartStyle {
    static final Color TEXT = color(Ink.TEXT);
    static final Marker NO_MARKER = SeriesMarkers.NONE;

    private static final Color PAPER = color(Ink.PAPER);
    private static final Color FAINT = color(Ink.FAINT);
    private static final Color GRID = color(Ink.GRID);
    private static final int SIZE = 12;
    private static final double LEGEND_MARK = 50; // width of what stands before a name in the legend
    private static final double BESIDE = 0.35; // share of the width that a legend may take from a chart
    private static final double PLOT = 0.85; // share of the width that the plot has
    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.SQUARE,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_DOWN,
            SeriesMarkers.CROSS);
    private static final float[][] DASHES = {{}, {7, 3}, {2, 3}, {8, 3, 2, 3}, {12, 4}};

    private XChartStyle() {}

    private static Color color(Ink ink) {
        return Color.decode(ink.color(Theme.LIGHT));
    }

    static Color color(int series) {
        return color(Ink.SERIES.get(series % Ink.SERIES.size()));
    }

    static Marker marker(int series) {
        return MARKERS.get(series % MARKERS.size());
    }

    /** Colours, marks and dashes have different numbers, so that many series differ in one of them. */
    static BasicStroke line(int series) {
        var dashes = DASHES[series % DASHES.length];
        return new BasicStroke(
                2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes.length == 0 ? null : dashes, 0);
    }

    /** Gives a series the name that is shown; XChart itself knows it by its number, as it refuses empty names. */
    static void label(Series series, String name) {
        series.setLabel(shown(name));
    }

    /** A text as it can be shown; nothing if empty. */
    private static String shown(String text) {
        return text.isEmpty() ? "" : Label.of(text).text();
    }

    static void checkNames(String what, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a chart needs at least one " + what + ", got none");
        }
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "a chart needs a name of its own for each " + what + ", got \"" + name + "\" twice");
            }
        }
    }

    static void apply(Chart<? extends AxesChartStyler, ?> chart, ChartConfig config, List<String> names) {
        chart.setTitle(shown(config.title()));
        chart.setXAxisTitle(shown(config.xName()));
        chart.setYAxisTitle(shown(config.yName()));
        var styler = chart.getStyler();
        styler.setChartTitleVisible(!config.title().isEmpty());
        styler.setXAxisTitleVisible(!config.xName().isEmpty());
        styler.setYAxisTitleVisible(!config.yName().isEmpty());
        styler.setLocale(Locale.ROOT);
        styler.setDecimalPattern("0.########");
        styler.setPlotMargin(0);
        colors(styler);
        fonts(styler);
        legend(styler, config, names);
    }

    private static void colors(AxesChartStyler styler) {
        styler.setChartBackgroundColor(PAPER);
        styler.setPlotBackgroundColor(PAPER);
        styler.setPlotBorderVisible(false);
        styler.setChartFontColor(TEXT);
        styler.setAxisTickLabelsColor(FAINT);
        styler.setXAxisTitleColor(TEXT);
        styler.setYAxisTitleColor(TEXT);
        styler.setAxisTickMarksColor(FAINT);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotTicksMarksVisible(false);
    }

    private static void fonts(AxesChartStyler styler) {
        var font = new Font(Font.SANS_SERIF, Font.PLAIN, SIZE);
        styler.setBaseFont(font);
        styler.setAxisTickLabelsFont(font);
        styler.setAxisTitleFont(font);
        styler.setLegendFont(font);
        styler.setChartTitleFont(font.deriveFont(SIZE + 2f));
    }

    /** Below the chart, in one line where its names fit; names of moderate length that don't fit stand beside it. */
    private static void legend(AxesChartStyler styler, ChartConfig config, List<String> names) {
        var isLine = isLine(config, names);
        var isBelow = isLine || !isBeside(config, names);
        styler.setLegendVisible(names.size() > 1);
        styler.setLegendPosition(isBelow ? Styler.LegendPosition.OutsideS : Styler.LegendPosition.OutsideE);
        styler.setLegendLayout(isLine ? Styler.LegendLayout.Horizontal : Styler.LegendLayout.Vertical);
        styler.setLegendBorderColor(PAPER);
        styler.setLegendBackgroundColor(PAPER);
    }

    private static boolean isLine(ChartConfig config, List<String> names) {
        return names.stream().mapToDouble(XChartStyle::legendWidth).sum() < config.width() - LEGEND_MARK;
    }

    /** Whether a column of names leaves the chart most of the width. */
    private static boolean isBeside(ChartConfig config, List<String> names) {
        return columnWidth(names) < BESIDE * config.width();
    }

    private static double columnWidth(List<String> names) {
        return names.stream().mapToDouble(XChartStyle::legendWidth).max().orElse(0);
    }

    private static double legendWidth(String name) {
        return LEGEND_MARK + Label.of(name).width() * SIZE;
    }

    /** Turns the labels of categories, and leaves some out, where they would overlap. */
    static void giveRoom(AxesChartStyler styler, ChartConfig config, List<String> categories, List<String> names) {
        var hasColumn = names.size() > 1 && !isLine(config, names) && isBeside(config, names);
        var plot = config.width() * PLOT - (hasColumn ? columnWidth(names) : 0);
        var room = plot / categories.size();
        var longest = categories.stream()
                .mapToDouble(name -> Label.of(name).width() * SIZE)
                .max()
                .orElse(0);
        if (longest > room) {
            styler.setXAxisLabelRotation(room > 2 * SIZE ? 45 : 90);
            styler.setXAxisMaxLabelCount((int) (plot / (1.3 * SIZE)));
        }
    }
}
