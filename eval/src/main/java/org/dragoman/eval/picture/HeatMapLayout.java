package org.dragoman.eval.picture;

import java.util.List;

/**
 * Where the parts of a heat map lie. Lengths are CSS pixels.
 *
 * @param cell side of a cell with the gap beside it
 * @param size of the labels' font
 * @param slant degrees that the labels of columns are turned: 0, -45 or -90
 * @param header room above the cells for the labels of columns
 * @param left of the cells
 * @param top of the cells
 * @param bottom of the cells
 * @param width of all
 * @param columns how many there are
 * @param isLeftwards whether columns run from right to left, as the words of some scripts do
 */
record HeatMapLayout(
        double cell,
        double size,
        int slant,
        double header,
        double left,
        double top,
        double bottom,
        double width,
        int columns,
        boolean isLeftwards) {
    static final double MARGIN = 10;
    static final double TITLE_SIZE = 14;
    private static final double TITLE_HEIGHT = 26;
    private static final double NAME_SIZE = 12;
    private static final double NAME_HEIGHT = 20;
    private static final double LIMIT = 160; // of the length of a label
    private static final double ROOM = 760; // that cells share as long as they don't get too small
    private static final int MOST_SLANTED = 40; // more columns than these have upright labels
    private static final double DIAGONAL = Math.sqrt(0.5);
    private static final double BESIDE = 6; // between a label and the cells
    private static final int GUIDED = 5; // rows or columns between two guides
    private static final int FEW = 20; // rows or columns that need none
    private static final double LARGEST_NUMBER = 12;
    private static final double SMALLEST_NUMBER = 6.5;
    private static final double BASELINE = 0.35; // of a font's size, from the middle of a line to its base line

    /**
     * Finds room for everything.
     *
     * @param isCounted whether axes have names and cells numbers
     */
    static HeatMapLayout of(List<Label> rows, List<Label> columns, boolean isCounted, boolean hasTitle) {
        var most = Math.max(1, Math.max(rows.size(), columns.size()));
        var cell = isCounted ? cell(most, 24, 44) : cell(most, 12, 30); // numbers need room
        var size = Math.max(9, Math.min(13, cell * 0.75));
        var slant = slant(columns, cell, size);
        var header = header(columns, slant, size);
        var names = isCounted ? NAME_HEIGHT : 0;
        var left = Math.ceil(MARGIN + names + longest(rows, size) + BESIDE);
        var top = Math.ceil(MARGIN + (hasTitle ? TITLE_HEIGHT : 0) + names + header + BESIDE);
        var width = left + reach(columns, cell, size, slant) + MARGIN;
        return new HeatMapLayout(
                cell,
                size,
                slant,
                header,
                left,
                top,
                top + rows.size() * cell,
                width,
                columns.size(),
                Label.isLeftwards(columns));
    }

    private static double cell(int most, double smallest, double largest) {
        return Math.floor(Math.max(smallest, Math.min(largest, ROOM / most)));
    }

    private static int slant(List<Label> columns, double cell, double size) {
        if (longest(columns, size) <= cell - 4) {
            return 0;
        }
        return columns.size() <= MOST_SLANTED ? -45 : -90;
    }

    private static double header(List<Label> columns, int slant, double size) {
        return switch (slant) {
            case 0 -> size;
            case -45 -> (longest(columns, size) + size) * DIAGONAL;
            default -> longest(columns, size);
        };
    }

    private static double longest(List<Label> labels, double size) {
        return labels.stream().mapToDouble(label -> length(label, size)).max().orElse(0);
    }

    private static double length(Label label, double size) {
        return Math.min(LIMIT, label.width() * size);
    }

    /** How far the cells and slanted labels go to the right. */
    private static double reach(List<Label> columns, double cell, double size, int slant) {
        var reach = columns.size() * cell;
        for (var column = 0; slant == -45 && column < columns.size(); column++) {
            reach = Math.max(reach, (column + 0.5) * cell + (length(columns.get(column), size) + size) * DIAGONAL);
        }
        return reach;
    }

    /** Between two cells. */
    private double gap() {
        return cell >= 16 ? 1 : 0;
    }

    private int rows() {
        return (int) Math.round((bottom - top) / cell);
    }

    private double x(int column) {
        return left + (isLeftwards ? columns - 1 - column : column) * cell;
    }

    private double y(int row) {
        return top + row * cell;
    }

    /** Lines below the cells that lead the eye from labels far away. */
    void drawGuides(Drawing drawing) {
        drawing.stroke(Ink.GRID, 0.75);
        var rows = rows();
        for (var row = GUIDED; row < rows && rows > FEW; row += GUIDED) {
            drawing.path(
                    "M" + Drawing.number(left) + " " + Drawing.number(y(row)) + "h" + Drawing.number(columns * cell));
        }
        for (var column = GUIDED; column < columns && columns > FEW; column += GUIDED) {
            drawing.path("M" + Drawing.number(left + column * cell) + " " + Drawing.number(top) + "v"
                    + Drawing.number(rows * cell));
        }
        drawing.end();
    }

    void drawCell(Drawing drawing, int row, int column, double opacity, String titleXml) {
        drawing.cell(x(column), y(row), cell - gap(), cell - gap(), opacity, titleXml);
    }

    void drawFrame(Drawing drawing) {
        drawing.stroke(Ink.GRID, 1)
                .rectangle(left - 0.5, top - 0.5, columns * cell + 1, bottom - top + 1, "")
                .end();
    }

    void drawTitle(Drawing drawing, Label title) {
        drawing.text(title, MARGIN, MARGIN + TITLE_SIZE, TITLE_SIZE, Anchor.LEFT, 0);
    }

    void drawRow(Drawing drawing, Label label, int row) {
        var baseline = y(row) + cell / 2 + size * BASELINE;
        drawing.text(label, LIMIT, left - BESIDE, baseline, size, Anchor.RIGHT, 0);
    }

    void drawColumn(Drawing drawing, Label label, int column) {
        var middle = x(column) + cell / 2;
        switch (slant) {
            case 0 -> drawing.text(label, LIMIT, middle, top - BESIDE, size, Anchor.MIDDLE, 0);
            case -45 -> drawing.text(label, LIMIT, middle + size * 0.3, top - BESIDE, size, Anchor.LEFT, slant);
            default -> drawing.text(label, LIMIT, middle + size * BASELINE, top - BESIDE, size, Anchor.LEFT, slant);
        }
    }

    void drawNames(Drawing drawing, Label rows, Label columns) {
        drawing.text(rows, MARGIN + NAME_SIZE, (top + bottom) / 2, NAME_SIZE, Anchor.MIDDLE, -90);
        drawing.text(columns, left, top - BESIDE - header - 7, NAME_SIZE, Anchor.LEFT, 0);
    }

    /** Draws a number as large as the cell allows, or not at all where it would be too small to read. */
    void drawNumber(Drawing drawing, Label number, int row, int column) {
        var fitting = Math.min(LARGEST_NUMBER, (cell - 3) / number.width());
        if (fitting >= SMALLEST_NUMBER) {
            var baseline = y(row) + (cell - gap()) / 2 + fitting * BASELINE;
            drawing.text(number, x(column) + (cell - gap()) / 2, baseline, fitting, Anchor.MIDDLE, 0);
        }
    }
}
