package org.dragoman.eval.report;

import org.dragoman.eval.MetricCounts;
import org.dragoman.eval.Score;
import org.dragoman.eval.Statistics;
import org.dragoman.eval.analysis.ScoreByLength;
import org.dragoman.eval.picture.BarChart;
import org.dragoman.eval.picture.ChartConfig;
import org.dragoman.eval.significance.Bootstrap;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How good each system is on lines of about the same length, by each metric. */
final class LengthSection {
    private static final int SAMPLES = 1000;
    private static final int DIGITS = 2;
    private static final int SHORT = 20; // words
    private static final double SHORT_SHARE = 0.95;
    private static final int WIDTH = 480; // CSS pixels
    private static final int HEIGHT = 300;

    private final TranslationReport report;
    private final List<Integer> lengths;

    LengthSection(TranslationReport report) {
        this.report = report;
        lengths = ScoreByLength.words(report.sources().orElseGet(report::firstReferences));
    }

    void write(Page.Section section) {
        section.note(
                "Length in words of the " + (report.sources().isPresent() ? "source" : "first reference")
                        + ", divided by white space; a whisker or ± is the 95 % confidence interval, by bootstrap resampling within the group.");
        var metrics = report.outputs().get(0).counts().metrics();
        var groups = groups(metrics.get(0));
        var cells = IntStream.range(0, metrics.size()).mapToObj(this::cells).toList();
        section.html("<div class=\"charts\">\n");
        for (var i = 0; i < metrics.size() && groups.size() > 1; i++) {
            var name = metrics.get(i).score().name();
            section.figure(chart(name, groups, cells.get(i)).svg(), name);
        }
        section.html("</div>\n");
        for (var i = 0; i < metrics.size(); i++) {
            var table = table(groups, cells.get(i));
            section.folded(metrics.get(i).score().name() + " in numbers", folded -> folded.table(table));
        }
    }

    /** Groups up to the longest line; narrow ones where nearly all lines are short. */
    private <S extends Statistics<S>, R extends Score> List<ScoreByLength> groups(MetricCounts<S, R> counts) {
        var sorted = lengths.stream().sorted().toList();
        var isShort = sorted.get((int) (SHORT_SHARE * (sorted.size() - 1))) <= SHORT;
        var groups = ScoreByLength.of(lengths, counts, isShort ? ScoreByLength.FIVES : ScoreByLength.TENS);
        var longest = sorted.get(sorted.size() - 1);
        return groups.stream().filter(group -> group.from() <= longest).toList();
    }

    /** For each system the scores of its groups. */
    private List<List<Cell.Measure>> cells(int metric) {
        return report.outputs().stream()
                .map(output -> cells(output.counts().metrics().get(metric)))
                .toList();
    }

    private BarChart chart(String name, List<ScoreByLength> groups, List<List<Cell.Measure>> cells) {
        var bars = new ArrayList<BarChart.Bars>();
        for (var i = 0; i < cells.size(); i++) {
            var ofSystem = cells.get(i).stream()
                    .map(cell -> new BarChart.Bar(cell.value(), cell.halfWidth()))
                    .toList();
            bars.add(new BarChart.Bars(report.legend().get(i), ofSystem));
        }
        var labels = groups.stream().map(ScoreByLength::label).toList();
        return BarChart.of(ChartConfig.of("words", name).withSize(WIDTH, HEIGHT), labels, bars);
    }

    private Table table(List<ScoreByLength> groups, List<List<Cell.Measure>> cells) {
        var columns = new ArrayList<Column>(List.of(Column.of("words"), Column.of("lines")));
        report.outputs().forEach(output -> columns.add(Column.of(output.system())));
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < groups.size(); i++) {
            var row = new ArrayList<Cell>(List.of(
                    Cell.of(groups.get(i).label()), Cell.of(groups.get(i).lines())));
            for (var ofSystem : cells) {
                row.add(ofSystem.get(i));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /** For each group of lengths the score with its interval. */
    private <S extends Statistics<S>, R extends Score> List<Cell.Measure> cells(MetricCounts<S, R> counts) {
        return groups(counts).stream().map(group -> cell(group, counts)).toList();
    }

    private Cell.Measure cell(ScoreByLength group, MetricCounts<?, ?> counts) {
        if (group.score().isEmpty()) {
            return Cell.of(Double.NaN, DIGITS);
        }
        var lines = IntStream.range(0, lengths.size())
                .filter(line -> group.contains(lengths.get(line)))
                .boxed()
                .toList();
        var interval = Bootstrap.interval(counts.subset(lines), SAMPLES, report.seed());
        return Cell.of(group.score().orElseThrow().value(), DIGITS).withHalfWidth(interval.halfWidth());
    }
}
