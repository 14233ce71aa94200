package org.dragoman.eval.picture;

import org.dragoman.eval.Decimals;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.label.ConfusionMatrix;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A matrix whose cells are the darker (on dark paper the brighter) the more they weigh, in one hue, so that it can be read without colours
 * too. Each cell tells its exact value when the pointer is on it.
 */
public final class HeatMap extends Picture {
    private static final double ABOVE_SCALE = 14; // between the cells and the scale
    private static final double STRONG = 0.55; // opacity of a cell on which light letters are easier to read

    private final List<Label> rows;
    private final List<Label> columns;
    private final Cells cells;
    private final AxisNames names;
    private final String title;
    private final ScaleBar scale;

    private HeatMap(List<Label> rows, List<Label> columns, Cells cells, AxisNames names, String title, ScaleBar scale) {
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
        this.names = names;
        this.title = title;
        this.scale = scale;
    }

    /** What the axes are called; nothing if empty. */
    private record AxisNames(String rows, String columns) {}

    /** What stands in the cells, which are given by row and column from 0. */
    interface Cells {
        /** From 0 to 1. */
        double opacity(int row, int column);

        /** What the cell tells when the pointer is on it. */
        String titleXml(int row, int column);

        /** What is printed in the cell; nothing if empty. */
        default String printed(int row, int column) {
            return "";
        }

        /** Whether the cell is drawn at all. */
        default boolean isDrawn(int row, int column) {
            return true;
        }
    }

    /** An alignment: a column for each token of the source, a row for each of the translation. */
    public static HeatMap of(SoftAlignment alignment) {
        return of(alignment, AlignmentConfig.DEFAULT);
    }

    /** The same with a title, or in a given scale. */
    public static HeatMap of(SoftAlignment alignment, AlignmentConfig config) {
        var rows = Label.sentence(alignment.target());
        var columns = Label.sentence(alignment.source());
        var top = Weights.top(alignment, config.top());
        var cells = new Cells() {
            @Override
            public double opacity(int row, int column) {
                return Weights.opacity(alignment.weight(column, row), top);
            }

            @Override
            public String titleXml(int row, int column) {
                return columns.get(column).isolatedXml() + " → " + rows.get(row).isolatedXml() + ": "
                        + Decimals.shortest(alignment.weight(column, row));
            }

            @Override
            public boolean isDrawn(int row, int column) {
                return alignment.weight(column, row) >= config.faintest();
            }
        };
        var scale = new ScaleBar(config.weightName(), top, Ink.MARK);
        return new HeatMap(rows, columns, cells, new AxisNames("", ""), config.title(), scale);
    }

    /** A confusion matrix: a row for each gold label, a column for each predicted one, and the count in the cell; dark is the share of the row. */
    public static HeatMap of(ConfusionMatrix confusion) {
        return of(confusion, "");
    }

    /** The same with a title. */
    public static HeatMap of(ConfusionMatrix confusion, String title) {
        var names = List.copyOf(confusion.labels());
        var labels = names.stream().map(Label::of).toList();
        var gold =
                names.stream().mapToLong(name -> confusion.matches(name).gold()).toArray();
        var cells = new Cells() {
            private long count(int row, int column) {
                return confusion.count(names.get(row), names.get(column));
            }

            @Override
            public double opacity(int row, int column) {
                return gold[row] == 0 ? 0 : (double) count(row, column) / gold[row];
            }

            @Override
            public String titleXml(int row, int column) {
                return "gold " + labels.get(row).isolatedXml() + ", predicted "
                        + labels.get(column).isolatedXml() + ": " + count(row, column) + " of " + gold[row] + " ("
                        + Decimals.fixed(100 * opacity(row, column), 1) + " %)";
            }

            @Override
            public String printed(int row, int column) {
                return count(row, column) == 0 ? "" : Long.toString(count(row, column));
            }
        };
        var scale = new ScaleBar("share of the gold label", 1, Ink.MARK);
        return new HeatMap(labels, labels, cells, new AxisNames("gold", "predicted"), title, scale);
    }

    @Override
    String svg(Theme theme, Lettering lettering) {
        var layout = HeatMapLayout.of(rows, columns, isCounted(), !title.isEmpty());
        var below = layout.bottom() + ABOVE_SCALE;
        var drawing = new Drawing(width(layout), below + ScaleBar.HEIGHT, description(), theme, lettering);
        drawTexts(drawing, layout);
        drawCells(drawing, layout);
        drawNumbers(drawing, layout);
        scale.draw(drawing, layout.left(), below);
        return drawing.finished();
    }

    private boolean isCounted() {
        return !names.rows().isEmpty();
    }

    private double width(HeatMapLayout layout) {
        var titled = Label.of(title).width() * HeatMapLayout.TITLE_SIZE + 2 * HeatMapLayout.MARGIN;
        var scaled = layout.left() + scale.width() + HeatMapLayout.MARGIN;
        return Math.ceil(Math.max(layout.width(), Math.max(titled, scaled)));
    }

    private String description() {
        var size = "heat map of " + rows.size() + " rows and " + columns.size() + " columns";
        return title.isEmpty() ? size : title + ", " + size;
    }

    private void drawTexts(Drawing drawing, HeatMapLayout layout) {
        drawing.fill(Ink.TEXT);
        if (!title.isEmpty()) {
            layout.drawTitle(drawing, Label.of(title));
        }
        for (var row = 0; row < rows.size(); row++) {
            layout.drawRow(drawing, rows.get(row), row);
        }
        for (var column = 0; column < columns.size(); column++) {
            layout.drawColumn(drawing, columns.get(column), column);
        }
        drawing.end();
        if (isCounted()) {
            layout.drawNames(drawing.fill(Ink.FAINT), Label.of(names.rows()), Label.of(names.columns()));
            drawing.end();
        }
    }

    private void drawCells(Drawing drawing, HeatMapLayout layout) {
        var side = layout.cell() - layout.gap();
        layout.drawGuides(drawing);
        drawing.fill(Ink.MARK);
        for (var row = 0; row < rows.size(); row++) {
            for (var column = 0; column < columns.size(); column++) {
                if (cells.isDrawn(row, column)) {
                    drawing.cell(
                            layout.x(column),
                            layout.y(row),
                            side,
                            side,
                            cells.opacity(row, column),
                            cells.titleXml(row, column));
                }
            }
        }
        drawing.end();
        layout.drawFrame(drawing);
    }

    /** Numbers are dark on faint cells and light on strong ones; they let the pointer through to the cell. */
    private void drawNumbers(Drawing drawing, HeatMapLayout layout) {
        var numbered = IntStream.range(0, rows.size() * columns.size())
                .filter(i ->
                        !cells.printed(i / columns.size(), i % columns.size()).isEmpty())
                .boxed()
                .toList();
        for (var isStrong : numbered.isEmpty() ? new boolean[0] : new boolean[] {false, true}) {
            drawing.fill(isStrong ? Ink.PAPER : Ink.TEXT).begin(" pointer-events=\"none\"");
            for (var i : numbered) {
                var row = i / columns.size();
                var column = i % columns.size();
                if (cells.opacity(row, column) >= STRONG == isStrong) {
                    layout.drawNumber(drawing, Label.of(cells.printed(row, column)), row, column);
                }
            }
            drawing.end().end();
        }
    }
}
