package org.dragoman.eval.picture;

import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.label.ConfusionMatrix;

import java.util.function.DoublePredicate;

/**
 * A matrix whose cells are the darker (on dark paper the brighter) the more they weigh, in one hue, so that it can be read without colours
 * too. Each cell tells its exact value when the pointer is on it.
 */
public final class HeatMap extends Picture {
    private static final double ABOVE_SCALE = 14; // between the cells and the scale
    private static final double STRONG = 0.55; // opacity of a cell on which light letters are easier to read

    private final Cells cells;
    private final AxisNames names;
    private final String title;
    private final ScaleBar scale;

    private HeatMap(Cells cells, AxisNames names, String title, ScaleBar scale) {
        this.cells = cells;
        this.names = names;
        this.title = title;
        this.scale = scale;
    }

    /** What the axes are called; nothing if empty. */
    private record AxisNames(String rows, String columns) {}

    /**
     * An alignment: a column for each token of the source, a row for each of the translation. The columns of a source whose script runs from
     * right to left do so too.
     */
    public static HeatMap of(SoftAlignment alignment) {
        return of(alignment, AlignmentConfig.DEFAULT);
    }

    /** The same with a title, or in a given scale. */
    public static HeatMap of(SoftAlignment alignment, AlignmentConfig config) {
        var cells = Cells.OfAlignment.of(alignment, config);
        var scale = new ScaleBar(config.weightName(), cells.top(), Ink.MARK);
        return new HeatMap(cells, new AxisNames("", ""), config.title(), scale);
    }

    /** A confusion matrix: a row for each gold label, a column for each predicted one, and the count in the cell; dark is the share of the row. */
    public static HeatMap of(ConfusionMatrix confusion) {
        return of(confusion, "");
    }

    /** The same with a title. */
    public static HeatMap of(ConfusionMatrix confusion, String title) {
        var scale = new ScaleBar("share of the gold label", 1, Ink.MARK);
        return new HeatMap(Cells.OfConfusion.of(confusion), new AxisNames("gold", "predicted"), title, scale);
    }

    @Override
    String svg(Theme theme, Lettering lettering) {
        var layout = HeatMapLayout.of(cells.rows(), cells.columns(), isCounted(), !title.isEmpty());
        var below = layout.bottom() + ABOVE_SCALE;
        var drawing = new Drawing(width(layout), below + ScaleBar.HEIGHT, description(), theme, lettering);
        drawTexts(drawing, layout);
        drawCells(drawing, layout);
        if (isCounted()) {
            drawNumbers(drawing, layout);
        }
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
        var size = "heat map of " + cells.rows().size() + " rows and "
                + cells.columns().size() + " columns";
        return title.isEmpty() ? size : title + ", " + size;
    }

    private void drawTexts(Drawing drawing, HeatMapLayout layout) {
        drawing.fill(Ink.TEXT);
        if (!title.isEmpty()) {
            layout.drawTitle(drawing, Label.of(title));
        }
        for (var row = 0; row < cells.rows().size(); row++) {
            layout.drawRow(drawing, cells.rows().get(row), row);
        }
        for (var column = 0; column < cells.columns().size(); column++) {
            layout.drawColumn(drawing, cells.columns().get(column), column);
        }
        drawing.end();
        if (isCounted()) {
            layout.drawNames(drawing.fill(Ink.FAINT), Label.of(names.rows()), Label.of(names.columns()));
            drawing.end();
        }
    }

    private void drawCells(Drawing drawing, HeatMapLayout layout) {
        layout.drawGuides(drawing);
        drawing.fill(Ink.MARK);
        for (var row = 0; row < cells.rows().size(); row++) {
            for (var column = 0; column < cells.columns().size(); column++) {
                if (cells.isDrawn(row, column)) {
                    layout.drawCell(drawing, row, column, cells.opacity(row, column), cells.titleXml(row, column));
                }
            }
        }
        drawing.end();
        layout.drawFrame(drawing);
    }

    /** Numbers are dark on faint cells and light on strong ones; they let the pointer through to the cell. */
    private void drawNumbers(Drawing drawing, HeatMapLayout layout) {
        drawing.begin(" pointer-events=\"none\"");
        drawNumbers(drawing.fill(Ink.TEXT), layout, opacity -> opacity < STRONG);
        drawNumbers(drawing.end().fill(Ink.PAPER), layout, opacity -> opacity >= STRONG);
        drawing.end().end();
    }

    private void drawNumbers(Drawing drawing, HeatMapLayout layout, DoublePredicate isWanted) {
        for (var row = 0; row < cells.rows().size(); row++) {
            for (var column = 0; column < cells.columns().size(); column++) {
                var number = cells.printed(row, column);
                if (!number.isEmpty() && isWanted.test(cells.opacity(row, column))) {
                    layout.drawNumber(drawing, Label.of(number), row, column);
                }
            }
        }
    }
}
