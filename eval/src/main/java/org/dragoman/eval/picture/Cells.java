package org.dragoman.eval.picture;

import org.dragoman.eval.Decimals;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.label.ConfusionMatrix;

import java.util.List;

/** What stands in the cells of a heat map, which are given by row and column from 0. */
interface Cells {
    List<Label> rows();

    List<Label> columns();

    /** From 0 to 1. */
    double opacity(int row, int column);

    /** What the cell tells when the pointer is on it. */
    String titleXml(int row, int column);

    /** What is printed in the cell; nothing if empty. */
    String printed(int row, int column);

    /** Whether the cell is drawn at all. */
    boolean isDrawn(int row, int column);

    /** Weights of an alignment, of which {@code top} is drawn in full and those below {@code faintest} not at all. */
    record OfAlignment(SoftAlignment alignment, List<Label> rows, List<Label> columns, double top, double faintest)
            implements Cells {
        static OfAlignment of(SoftAlignment alignment, AlignmentConfig config) {
            return new OfAlignment(
                    alignment,
                    Label.sentence(alignment.target()),
                    Label.sentence(alignment.source()),
                    Weights.top(alignment, config.top()),
                    config.faintest());
        }

        private double weight(int row, int column) {
            return alignment.weight(column, row);
        }

        @Override
        public double opacity(int row, int column) {
            return Weights.opacity(weight(row, column), top);
        }

        @Override
        public String titleXml(int row, int column) {
            var source = columns.get(column).isolatedXml();
            var target = rows.get(row).isolatedXml();
            return source + " → " + target + ": " + Decimals.shortest(weight(row, column));
        }

        @Override
        public String printed(int row, int column) {
            return "";
        }

        @Override
        public boolean isDrawn(int row, int column) {
            return weight(row, column) >= faintest;
        }
    }

    /** Counts of a confusion matrix, drawn as shares of their gold label. */
    record OfConfusion(ConfusionMatrix confusion, List<String> names, List<Label> rows) implements Cells {
        static OfConfusion of(ConfusionMatrix confusion) {
            var names = List.copyOf(confusion.labels());
            return new OfConfusion(
                    confusion, names, names.stream().map(Label::of).toList());
        }

        @Override
        public List<Label> columns() {
            return rows;
        }

        private long count(int row, int column) {
            return confusion.count(names.get(row), names.get(column));
        }

        private long gold(int row) {
            return confusion.matches(names.get(row)).gold();
        }

        @Override
        public double opacity(int row, int column) {
            return gold(row) == 0 ? 0 : (double) count(row, column) / gold(row);
        }

        @Override
        public String titleXml(int row, int column) {
            var labels = "gold " + rows.get(row).isolatedXml() + ", predicted "
                    + rows.get(column).isolatedXml();
            var share = Decimals.fixed(100 * opacity(row, column), 1);
            return labels + ": " + count(row, column) + " of " + gold(row) + " (" + share + " %)";
        }

        @Override
        public String printed(int row, int column) {
            return count(row, column) == 0 ? "" : Long.toString(count(row, column));
        }

        @Override
        public boolean isDrawn(int row, int column) {
            return true;
        }
    }
}
