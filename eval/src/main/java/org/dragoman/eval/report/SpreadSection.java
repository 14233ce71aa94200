package org.dragoman.eval.report;

import org.dragoman.eval.picture.BarChart;
import org.dragoman.eval.picture.ChartConfig;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How many lines of each system have about which score, by the first metric. */
record SpreadSection(TranslationReport report) {
    private static final int WIDTH = 10; // points of a group
    private static final int GROUPS = 11; // the last has 100, and what is above it as of error rates

    void write(Page.Section section) {
        var name = report.outputs().get(0).counts().metrics().get(0).score().name();
        var counts = report.outputs().stream().map(SpreadSection::counts).toList();
        section.figure(chart(name, counts).svg(), "How many lines have which " + name + ".");
        section.folded("Lines in numbers", folded -> folded.table(table(name, counts)));
    }

    private BarChart chart(String name, List<long[]> counts) {
        var bars = new ArrayList<BarChart.Bars>();
        for (var i = 0; i < counts.size(); i++) {
            var ofSystem =
                    Arrays.stream(counts.get(i)).mapToObj(BarChart.Bar::of).toList();
            bars.add(new BarChart.Bars(report.legend().get(i), ofSystem));
        }
        return BarChart.of(ChartConfig.of(name + " of the line", "lines"), labels(), bars);
    }

    private Table table(String name, List<long[]> counts) {
        var columns = new ArrayList<Column>(List.of(Column.of(name)));
        report.outputs().forEach(output -> columns.add(Column.of(output.system())));
        var rows = new ArrayList<List<Cell>>();
        for (var group = 0; group < GROUPS; group++) {
            var row = new ArrayList<Cell>(List.of(Cell.of(labels().get(group))));
            for (var ofSystem : counts) {
                row.add(Cell.of(ofSystem[group]));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static List<String> labels() {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> group == GROUPS - 1 ? "100+" : group * WIDTH + "-" + (group + 1) * WIDTH)
                .toList();
    }

    private static long[] counts(ScoredOutput output) {
        var counts = new long[GROUPS];
        for (var score : output.counts().metrics().get(0).lineScores()) {
            counts[Math.min(GROUPS - 1, (int) (score.value() / WIDTH))]++;
        }
        return counts;
    }
}
