package org.dragoman.eval.alignment;

import org.dragoman.eval.Decimals;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Alignments as a table with a row for each weight, for CSV and the tools that read it. */
public final class AlignmentTable {
    private static final String AVERAGE = "average";
    private static final List<Column> COLUMNS = Stream.of(
                    "sentence", "layer", "head", "source index", "target index", "source", "target", "weight")
            .map(Column::of)
            .toList();

    private AlignmentTable() {}

    /**
     * A row for each sentence (from 1), layer, head, target token and source token (from 0); then the same for the average of all heads, whose
     * layer and head are called {@code average}. Weights have all their digits.
     */
    public static Table of(List<LayeredAlignment> alignments) {
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < alignments.size(); i++) {
            add(rows, i + 1L, alignments.get(i));
        }
        return new Table(COLUMNS, rows);
    }

    /** The rows of one sentence, whose number is given. */
    public static Table of(long sentence, LayeredAlignment alignment) {
        var rows = new ArrayList<List<Cell>>();
        add(rows, sentence, alignment);
        return new Table(COLUMNS, rows);
    }

    private static void add(List<List<Cell>> rows, long sentence, LayeredAlignment alignment) {
        for (var layer = 0; layer < alignment.layers().size(); layer++) {
            var heads = alignment.layers().get(layer);
            for (var head = 0; head < heads.size(); head++) {
                add(rows, List.of(Cell.of(sentence), Cell.of(layer), Cell.of(head)), heads.get(head));
            }
        }
        add(rows, List.of(Cell.of(sentence), Cell.of(AVERAGE), Cell.of(AVERAGE)), alignment.average());
    }

    private static void add(List<List<Cell>> rows, List<Cell> begin, SoftAlignment alignment) {
        for (var t = 0; t < alignment.target().size(); t++) {
            for (var s = 0; s < alignment.source().size(); s++) {
                var row = new ArrayList<>(begin);
                row.add(Cell.of(s));
                row.add(Cell.of(t));
                row.add(Cell.of(alignment.source().get(s)));
                row.add(Cell.of(alignment.target().get(t)));
                row.add(Cell.of(Decimals.shortest(alignment.weight(s, t))));
                rows.add(row);
            }
        }
    }
}
