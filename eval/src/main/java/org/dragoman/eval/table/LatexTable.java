package org.dragoman.eval.table;

import org.dragoman.eval.Decimals;

import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for the LaTeX package booktabs. */
final class LatexTable {
    private static final Map<Integer, String> ESCAPES = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '<', "\\textless{}"),
            Map.entry((int) '>', "\\textgreater{}"),
            Map.entry((int) '|', "\\textbar{}"),
            Map.entry((int) '"', "\\textquotedbl{}"),
            Map.entry((int) '\n', " "));
    private static final String NEEDS_BACKSLASH = "&%$#_{}";

    private LatexTable() {}

    static String write(Table table) {
        var columns = IntStream.range(0, table.columns().size());
        var alignment = columns.mapToObj(c -> table.isNumeric(c) ? "r" : "l").collect(Collectors.joining());
        var header = table.columns().stream().map(column -> escaped(column.name()));
        var lines = new ArrayList<String>();
        lines.add("\\begin{tabular}{" + alignment + "}");
        lines.add("\\toprule");
        lines.add(header.collect(Collectors.joining(" & ")) + " \\\\");
        lines.add("\\midrule");
        for (var r = 0; r < table.rows().size(); r++) {
            lines.add(row(table, r));
        }
        lines.add("\\bottomrule");
        lines.add("\\end{tabular}");
        return String.join("\n", lines) + "\n";
    }

    private static String row(Table table, int r) {
        var row = table.rows().get(r);
        return IntStream.range(0, row.size())
                        .mapToObj(c -> cell(row.get(c), table.isBest(r, c)))
                        .collect(Collectors.joining(" & "))
                + " \\\\";
    }

    private static String cell(Cell cell, boolean isBest) {
        if (!(cell instanceof Cell.Measure measure)) {
            return escaped(cell.text());
        }
        var text = isBest ? "\\textbf{" + measure.number() + "}" : measure.number();
        var mark = measure.isSignificant() ? "$^{*}$" : "";
        var width = measure.halfWidth();
        return text
                + mark
                + (width.isPresent() ? " $\\pm$ " + Decimals.fixed(width.getAsDouble(), measure.digits()) : "");
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj(LatexTable::escaped).collect(Collectors.joining());
    }

    private static String escaped(int codePoint) {
        var character = Character.toString(codePoint);
        return NEEDS_BACKSLASH.indexOf(codePoint) >= 0 ? "\\" + character : ESCAPES.getOrDefault(codePoint, character);
    }
}
