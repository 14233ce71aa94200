package org.dragoman.cli;

import org.dragoman.corpora.statistics.Distribution;
import org.dragoman.corpora.statistics.RankFrequency;
import org.dragoman.eval.picture.BarChart;
import org.dragoman.eval.picture.ChartConfig;
import org.dragoman.eval.picture.LineChart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The charts of {@code dragoman corpus stats}: how long lines are, and how frequent tokens are by rank. */
final class CorpusPlots {
    private static final int MOST_BARS = 20;
    private static final double ALMOST_ALL = 99; // percent of lines; longer ones share the last bar
    private static final List<Integer> WIDTHS = List.of(1, 2, 5); // of bars, times a power of ten

    private CorpusPlots() {}

    /** The files that charts are written to. */
    enum Format {
        SVG,
        PNG;

        private String file(String chart) {
            return chart + "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Writes the charts {@code lengths} and {@code zipf} into a folder, which is made if it isn't there. */
    static void write(Path folder, Format format, List<CorpusStatsCommand.Counted> corpora) {
        ReportFolder.create(folder);
        var texts = withoutFolders(corpora.stream()
                .flatMap(CorpusPlots::texts)
                .filter(text -> text.lengths().count() > 0)
                .toList());
        if (texts.isEmpty()) {
            throw new Failure("there are no lines to draw");
        }
        lengths(texts).write(folder.resolve(format.file("lengths")));
        var worded = texts.stream().filter(text -> text.ranked().length > 0).toList();
        if (!worded.isEmpty()) {
            zipf(worded).write(folder.resolve(format.file("zipf")));
        }
    }

    /** One language of a corpus. */
    private record Text(String name, Distribution lengths, long... ranked) {}

    private static Stream<Text> texts(CorpusStatsCommand.Counted corpus) {
        return IntStream.range(0, corpus.texts().size()).mapToObj(side -> {
            var text = corpus.texts().get(side);
            return new Text(corpus.name(side), text.lengths(), text.tokens().ranked());
        });
    }

    /** The same without the folders in their names, if that tells them apart. */
    private static List<Text> withoutFolders(List<Text> texts) {
        var names = texts.stream()
                .map(text -> withoutFolder(text.name()))
                .distinct()
                .count();
        return names < texts.size()
                ? texts
                : texts.stream()
                        .map(text -> new Text(withoutFolder(text.name()), text.lengths(), text.ranked()))
                        .toList();
    }

    private static String withoutFolder(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** Shares of lines, so that texts of different sizes can be compared. */
    private static BarChart lengths(List<Text> texts) {
        var longest = texts.stream()
                .mapToDouble(text -> text.lengths().percentile(ALMOST_ALL))
                .max()
                .orElse(0);
        var width = barWidth(longest);
        var bars = (int) (longest / width) + 2; // the last one has all that is longer
        var names =
                IntStream.range(0, bars).mapToObj(bar -> name(bar, bars, width)).toList();
        var groups = texts.stream().map(text -> bars(text, bars, width)).toList();
        return BarChart.of(ChartConfig.of("tokens in a line", "lines (%)"), names, groups);
    }

    /** The least of 1, 2, 5, 10, 20 and so on with which there are not too many bars. */
    private static int barWidth(double longest) {
        var unit = 1;
        while (true) {
            for (var width : WIDTHS) {
                if (longest / (width * unit) < MOST_BARS) {
                    return width * unit;
                }
            }
            unit *= 10;
        }
    }

    private static String name(int bar, int bars, int width) {
        var from = bar * width;
        if (bar == bars - 1) {
            return from + "+";
        }
        return width == 1 ? Integer.toString(from) : from + "-" + (from + width - 1);
    }

    private static BarChart.Bars bars(Text text, int bars, int width) {
        var counts = new double[bars];
        text.lengths().counts().forEach((length, count) -> counts[(int) Math.min(length / width, bars - 1)] += count);
        var shares = IntStream.range(0, bars)
                .mapToObj(bar ->
                        BarChart.Bar.of(100 * counts[bar] / text.lengths().count()))
                .toList();
        return new BarChart.Bars(text.name(), shares);
    }

    private static LineChart zipf(List<Text> texts) {
        var curves = texts.stream()
                .map(text -> new LineChart.Curve(text.name(), points(text.ranked())))
                .toList();
        return LineChart.of(ChartConfig.of("rank", "frequency").withLogAxes(), curves);
    }

    /** A point at both ends of each run of ranks with one frequency. */
    private static List<LineChart.Point> points(long... ranked) {
        var points = new ArrayList<LineChart.Point>();
        for (var step : RankFrequency.of(ranked)) {
            points.add(new LineChart.Point(step.fromRank(), step.frequency()));
            if (step.toRank() > step.fromRank()) {
                points.add(new LineChart.Point(step.toRank(), step.frequency()));
            }
        }
        return points;
    }
}
