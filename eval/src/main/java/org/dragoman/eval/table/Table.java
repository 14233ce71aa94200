package org.dragoman.eval.table;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Rows of results under named columns. Immutable.
 *
 * @param columns at least one
 * @param rows each with a cell for each column
 */
public record Table(List<Column> columns, List<List<Cell>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table needs at least one column, got none");
        }
        for (var row = 0; row < rows.size(); row++) {
            if (rows.get(row).size() != columns.size()) {
                throw new IllegalArgumentException("row " + row + " of the table must have " + columns.size()
                        + " cells, got " + rows.get(row).size());
            }
        }
    }

    /** Whether a cell holds the best value of its column, as printed; a column with one value only has no best one. */
    boolean isBest(int row, int column) {
        if (rows.size() < 2 || !(rows.get(row).get(column) instanceof Cell.Measure measure)) {
            return false;
        }
        var best = best(column);
        return best.isPresent()
                && measure.number()
                        .equals(Cell.of(best.getAsDouble(), measure.digits()).number());
    }

    private OptionalDouble best(int column) {
        return switch (columns.get(column).better()) {
            case HIGHER -> values(column).max();
            case LOWER -> values(column).min();
            case NEITHER -> OptionalDouble.empty();
        };
    }

    private DoubleStream values(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(Cell.Measure.class::isInstance)
                .mapToDouble(cell -> ((Cell.Measure) cell).value())
                .filter(Double::isFinite);
    }

    /** Whether no cell of a column is a text, so that its digits should stand below each other. */
    boolean isNumeric(int column) {
        return rows.stream().noneMatch(row -> row.get(column) instanceof Cell.Text);
    }
}
