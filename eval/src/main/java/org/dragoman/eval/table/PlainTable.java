package org.dragoman.eval.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in aligned columns: names to the left, numbers to the right. */
final class PlainTable {
    private static final String GAP = "  ";

    private PlainTable() {}

    static String write(Table table) {
        var header = table.columns().stream().map(Column::name).toList();
        var lines = new ArrayList<List<String>>();
        lines.add(header);
        table.rows().forEach(row -> lines.add(row.stream().map(Cell::text).toList()));
        var widths = IntStream.range(0, header.size())
                .map(c -> lines.stream()
                        .mapToInt(line -> length(line.get(c)))
                        .max()
                        .orElse(0))
                .toArray();
        lines.add(1, IntStream.of(widths).mapToObj("-"::repeat).toList());
        return lines.stream().map(line -> line(table, line, widths)).collect(Collectors.joining());
    }

    private static String line(Table table, List<String> cells, int... widths) {
        var line = new StringBuilder();
        for (var c = 0; c < widths.length; c++) {
            var padding = " ".repeat(widths[c] - length(cells.get(c)));
            line.append(c == 0 ? "" : GAP).append(table.isNumeric(c) ? padding + cells.get(c) : cells.get(c) + padding);
        }
        return line.toString().stripTrailing() + "\n";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
