package org.dragoman.eval.table;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table as comma-separated values for programs. */
final class CsvTable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private CsvTable() {}

    /** A column as it is written: its value, and what some cell of it has besides. */
    private record Written(String name, boolean hasHalfWidth, boolean hasPValue) {
        static Written of(Table table, int column) {
            return new Written(
                    table.columns().get(column).name(),
                    has(table, column, Cell.Measure::halfWidth),
                    has(table, column, Cell.Measure::pValue));
        }

        List<String> headings() {
            return fields(name, () -> name + " half width", () -> name + " p");
        }

        List<String> fields(Cell cell) {
            return fields(
                    value(cell), () -> part(cell, Cell.Measure::halfWidth), () -> part(cell, Cell.Measure::pValue));
        }

        private List<String> fields(String first, Supplier<String> halfWidth, Supplier<String> pValue) {
            var fields = new ArrayList<>(List.of(first));
            if (hasHalfWidth) {
                fields.add(halfWidth.get());
            }
            if (hasPValue) {
                fields.add(pValue.get());
            }
            return fields;
        }
    }

    static String write(Table table) {
        var columns = IntStream.range(0, table.columns().size())
                .mapToObj(c -> Written.of(table, c))
                .toList();
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(columns.stream().flatMap(column -> column.headings().stream()));
            for (var row : table.rows()) {
                var fields = IntStream.range(0, columns.size())
                        .boxed()
                        .flatMap(c -> columns.get(c).fields(row.get(c)).stream());
                printer.printRecord(fields);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a table as CSV: " + e.getMessage(), e);
        }
        return text.toString();
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
