package org.dragoman.eval.table;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** A table as comma-separated values for programs. */
final class CsvTable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private CsvTable() {}

    static String write(Table table) {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, FORMAT)) {
            var header = new ArrayList<String>();
            for (var c = 0; c < table.columns().size(); c++) {
                header.addAll(headings(table, c));
            }
            printer.printRecord(header);
            for (var row : table.rows()) {
                printer.printRecord(record(table, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a table as CSV: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static List<String> headings(Table table, int column) {
        var name = table.columns().get(column).name();
        var headings = new ArrayList<>(List.of(name));
        if (has(table, column, Cell.Measure::halfWidth)) {
            headings.add(name + " half width");
        }
        if (has(table, column, Cell.Measure::pValue)) {
            headings.add(name + " p");
        }
        return headings;
    }

    private static List<String> record(Table table, List<Cell> row) {
        var record = new ArrayList<String>();
        for (var c = 0; c < row.size(); c++) {
            record.add(value(row.get(c)));
            if (has(table, c, Cell.Measure::halfWidth)) {
                record.add(part(row.get(c), Cell.Measure::halfWidth));
            }
            if (has(table, c, Cell.Measure::pValue)) {
                record.add(part(row.get(c), Cell.Measure::pValue));
            }
        }
        return record;
    }

    private static boolean has(Table table, int column, Function<Cell.Measure, OptionalDouble> part) {
        return measures(table, column).anyMatch(measure -> part.apply(measure).isPresent());
    }

    private static Stream<Cell.Measure> measures(Table table, int column) {
        return table.rows().stream()
                .map(row -> row.get(column))
                .filter(Cell.Measure.class::isInstance)
                .map(Cell.Measure.class::cast);
    }

    private static String value(Cell cell) {
        return cell instanceof Cell.Measure measure ? number(measure.value()) : cell.text();
    }

    private static String part(Cell cell, Function<Cell.Measure, OptionalDouble> part) {
        return cell instanceof Cell.Measure measure && part.apply(measure).isPresent()
                ? number(part.apply(measure).getAsDouble())
                : "";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
