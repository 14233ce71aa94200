package org.dragoman.eval.table;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as an HTML element; cells with numbers have the class {@code number}. */
final class HtmlTable {
    private HtmlTable() {}

    static String write(Table table) {
        var columns = IntStream.range(0, table.columns().size());
        var header = columns.mapToObj(c -> "<th" + style(table, c) + " scope=\"col\">"
                        + escaped(table.columns().get(c).name()) + "</th>")
                .collect(Collectors.joining());
        var rows = IntStream.range(0, table.rows().size())
                .mapToObj(r -> row(table, r))
                .collect(Collectors.joining());
        return "<table>\n<thead>\n<tr>" + header + "</tr>\n</thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n";
    }

    private static String row(Table table, int r) {
        var row = table.rows().get(r);
        return IntStream.range(0, row.size())
                .mapToObj(c -> cell(table, r, c, row.get(c)))
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String cell(Table table, int r, int c, Cell cell) {
        var text = escaped(cell.text());
        var best = table.isBest(r, c) ? "<strong>" + text + "</strong>" : text;
        return "<td" + style(table, c) + ">" + best + "</td>";
    }

    private static String style(Table table, int column) {
        return table.isNumeric(column) ? " class=\"number\"" : "";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
