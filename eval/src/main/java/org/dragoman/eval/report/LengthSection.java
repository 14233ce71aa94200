package org.dragoman.eval.report;

import org.dragoman.eval.MetricCounts;
import org.dragoman.eval.Score;
import org.dragoman.eval.Statistics;
import org.dragoman.eval.analysis.ScoreByLength;
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
            section.heading(metrics.get(i).score().name());
            section.table(table(i));
        }
    }

    private Table table(int metric) {
        var columns = new ArrayList<Column>(List.of(Column.of("words"), Column.of("lines")));
        var cells = new ArrayList<List<Cell.Measure>>();
        for (var output : report.outputs()) {
            columns.add(Column.of(output.system()));
            cells.add(cells(output.counts().metrics().get(metric)));
        }
        var groups = ScoreByLength.of(
                lengths, report.outputs().get(0).counts().metrics().get(metric), ScoreByLength.TENS);
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
