package org.dragoman.eval.report;

import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;

import java.util.ArrayList;
import java.util.List;

/** How many lines of each system have about which score, by the first metric. */
record SpreadSection(List<ScoredOutput> outputs) {
    private static final int WIDTH = 10; // points of a group
    private static final int GROUPS = 11; // the last has all that is above 100, as of error rates

    void write(Page.Section section) {
        var name = outputs.get(0).counts().metrics().get(0).score().name();
        section.note("Lines by their " + name + ".");
        var columns = new ArrayList<Column>(List.of(Column.of(name)));
        outputs.forEach(output -> columns.add(Column.of(output.system())));
        var counts = outputs.stream().map(SpreadSection::counts).toList();
        var rows = new ArrayList<List<Cell>>();
        for (var group = 0; group < GROUPS; group++) {
            var row = new ArrayList<Cell>(List.of(Cell.of(label(group))));
            for (var ofSystem : counts) {
                row.add(Cell.of(ofSystem[group]));
            }
            rows.add(row);
        }
        section.table(new Table(columns, rows));
    }

    private static String label(int group) {
        return group == GROUPS - 1 ? "100+" : group * WIDTH + "-" + (group + 1) * WIDTH;
    }

    private static long[] counts(ScoredOutput output) {
        var counts = new long[GROUPS];
        for (var score : output.counts().metrics().get(0).lineScores()) {
            counts[Math.min(GROUPS - 1, (int) (score.value() / WIDTH))]++;
        }
        return counts;
    }
}
