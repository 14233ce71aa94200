package org.dragoman.eval.table;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as an HTML element; cells with numbers have the class {@code number}. Rows may have something below them, as wide as the table: each
 * such pair is a {@code tbody} of its own, and the lower row has the class {@code below}.
 */
public final class HtmlTable {
    private HtmlTable() {}

    static String write(Table table) {
        var rows = IntStream.range(0, table.rows().size())
                .mapToObj(r -> row(table, r))
                .collect(Collectors.joining());
        return element(table, "<tbody>\n" + rows + "</tbody>\n");
    }

    /**
     * Writes a table with something below its rows.
     *
     * @param below for each row, by its number from 0, markup for below it; empty for none
     */
    public static String write(Table table, IntFunction<String> below) {
        var bodies = IntStream.range(0, table.rows().size())
                .mapToObj(r -> "<tbody>\n" + row(table, r) + below(table, below.apply(r)) + "</tbody>\n")
                .collect(Collectors.joining());
        return element(table, bodies);
    }

    private static String below(Table table, String markup) {
        return markup.isEmpty()
                ? ""
                : "<tr class=\"below\"><td colspan=\"" + table.columns().size() + "\">" + markup + "</td></tr>\n";
    }

    private static String element(Table table, String bodies) {
        var columns = IntStream.range(0, table.columns().size());
        var header = columns.mapToObj(c -> "<th" + style(table, c) + " scope=\"col\">"
                        + escaped(table.columns().get(c).name()) + "</th>")
                .collect(Collectors.joining());
        return "<table>\n<thead>\n<tr>" + header + "</tr>\n</thead>\n" + bodies + "</table>\n";
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
