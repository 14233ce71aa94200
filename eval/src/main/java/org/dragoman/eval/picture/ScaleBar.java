package org.dragoman.eval.picture;

import org.dragoman.eval.Decimals;

/** What the opacities of a picture mean: a bar from nothing to full with three numbers below it. */
record ScaleBar(String name, double top, Ink ink) {
    static final double HEIGHT = 40;
    private static final int STEPS = 32;
    private static final double STEP_WIDTH = 5;
    private static final double THICKNESS = 9;
    private static final double SIZE = 11;
    private static final double LENGTH = STEPS * STEP_WIDTH;
    private static final double GAP = 10;

    /** The width with the name to the right of the bar. */
    double width() {
        return LENGTH + GAP + label().width() * SIZE;
    }

    private Label label() {
        return Label.of(name);
    }

    /** Draws the bar with its left upper corner at a place. */
    void draw(Drawing drawing, double x, double y) {
        drawing.fill(ink);
        for (var i = 0; i < STEPS; i++) {
            var attributes = " fill-opacity=\"" + Drawing.number((i + 1.0) / STEPS) + "\"";
            drawing.rectangle(x + i * STEP_WIDTH, y, STEP_WIDTH, THICKNESS, attributes);
        }
        drawing.end();
        drawing.stroke(Ink.FAINT, 0.5).rectangle(x, y, LENGTH, THICKNESS, "").end();
        drawing.fill(Ink.FAINT);
        for (var i = 0; i <= 2; i++) {
            var number = Label.of(Decimals.shortest((float) (top * i / 2)));
            drawing.text(number, x + LENGTH * i / 2, y + THICKNESS + SIZE + 2, SIZE, Anchor.values()[i], 0);
        }
        drawing.text(label(), x + LENGTH + GAP, y + THICKNESS, SIZE, Anchor.LEFT, 0)
                .end();
    }
}
