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

    private final TranslationReport report;
    private final List<Integer> lengths;

    LengthSection(TranslationReport report) {
        this.report = report;
        lengths = ScoreByLength.words(report.sources().orElseGet(report::firstReferences));
    }

    void write(Page.Section section) {
        section.note("Length in words of the " + (report.sources().isPresent() ? "source" : "first reference")
                + ", divided by white space; ± is half the width of the 95 % confidence interval, by bootstrap resampling within the"
                + " group.");
        var metrics = report.outputs().get(0).counts().metrics();
        for (var i = 0; i < metrics.size(); i++) {
            var name = metrics.get(i).score().name();
            var groups = ScoreByLength.of(lengths, metrics.get(i), ScoreByLength.TENS);
            var cells = cells(i);
            section.heading(name);
            section.figure(
                    chart(name, groups, cells).svg(),
                    name + " by the words of the line; a whisker is the 95 % confidence interval.");
            section.folded(name + " in numbers", folded -> folded.table(table(groups, cells)));
        }
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
        return BarChart.of(ChartConfig.of("words", name), labels, bars);
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
        return ScoreByLength.of(lengths, counts, ScoreByLength.TENS).stream()
                .map(group -> cell(group, counts))
                .toList();
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
