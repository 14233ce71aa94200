package org.dragoman.eval.picture;

import java.util.List;

/**
 * Where the words of a link diagram lie. Lengths are CSS pixels.
 *
 * @param source the upper row
 * @param target the lower row
 * @param isUpright whether words are turned by 90 degrees, as long sentences need it
 * @param top of the lines, below the upper row
 * @param height of the lines
 * @param bottom of the lower row
 * @param width of all
 */
record LinkLayout(Row source, Row target, boolean isUpright, double top, double height, double bottom, double width) {
    static final double MARGIN = 12;
    static final double TITLE_SIZE = 14;
    private static final double TITLE_HEIGHT = 26;
    private static final double LIMIT = 180; // of the length of a word
    private static final double WIDEST = 900; // that words may take up side by side
    private static final double SIZE = 14;
    private static final double GAP = 14; // between words side by side
    private static final double UPRIGHT_SIZE = 12;
    private static final double PITCH = 16; // from an upright word to the next
    private static final double BESIDE = 6; // between a word and its lines
    private static final double BASELINE = 0.35; // of a font's size, from the middle of a line to its base line

    /**
     * Words side by side.
     *
     * @param labels the words
     * @param middles of the words
     * @param length of the row
     * @param longest word
     */
    record Row(List<Label> labels, double[] middles, double length, double longest) {
        static Row of(List<Label> labels, boolean isUpright) {
            var middles = new double[labels.size()];
            var isLeftwards = Label.isLeftwards(labels);
            var end = 0.0;
            var longest = 0.0;
            for (var i = 0; i < labels.size(); i++) {
                var word = isLeftwards ? labels.size() - 1 - i : i;
                var length = Math.min(LIMIT, labels.get(word).width() * (isUpright ? UPRIGHT_SIZE : SIZE));
                var room = isUpright ? PITCH : length + GAP;
                middles[word] = end + room / 2;
                end += room;
                longest = Math.max(longest, length);
            }
            return new Row(labels, middles, end, longest);
        }

        /** The same row moved to the right. */
        Row moved(double by) {
            var moved = middles.clone();
            for (var i = 0; i < moved.length; i++) {
                moved[i] += by;
            }
            return new Row(labels, moved, length, longest);
        }
    }

    static LinkLayout of(List<Label> source, List<Label> target, boolean hasTitle) {
        var isUpright =
                Math.max(Row.of(source, false).length(), Row.of(target, false).length()) > WIDEST;
        var upper = Row.of(source, isUpright);
        var lower = Row.of(target, isUpright);
        var room = Math.max(upper.length(), lower.length());
        var top = MARGIN + (hasTitle ? TITLE_HEIGHT : 0) + (isUpright ? upper.longest() : SIZE) + BESIDE;
        var height = Math.max(110, Math.min(340, room / 5));
        var bottom = top + height + BESIDE + (isUpright ? lower.longest() : SIZE);
        return new LinkLayout(
                upper.moved(MARGIN + (room - upper.length()) / 2),
                lower.moved(MARGIN + (room - lower.length()) / 2),
                isUpright,
                Math.ceil(top),
                Math.ceil(height),
                Math.ceil(bottom),
                room + 2 * MARGIN);
    }

    /** The data of the path from a source word to a target word. */
    String line(int from, int to) {
        return "M" + Drawing.number(source.middles()[from]) + " " + Drawing.number(top) + "L"
                + Drawing.number(target.middles()[to]) + " " + Drawing.number(top + height);
    }

    void drawTitle(Drawing drawing, Label title) {
        drawing.text(title, MARGIN, MARGIN + TITLE_SIZE, TITLE_SIZE, Anchor.LEFT, 0);
    }

    void drawWords(Drawing drawing) {
        draw(drawing, source, top - BESIDE, Anchor.LEFT);
        draw(drawing, target, top + height + BESIDE, Anchor.RIGHT);
    }

    /** Upright words are anchored where their lines begin. */
    private void draw(Drawing drawing, Row row, double y, Anchor anchor) {
        for (var i = 0; i < row.labels().size(); i++) {
            var label = row.labels().get(i);
            var x = row.middles()[i];
            if (isUpright) {
                drawing.text(label, LIMIT, x + UPRIGHT_SIZE * BASELINE, y, UPRIGHT_SIZE, anchor, -90);
            } else {
                var baseline = anchor == Anchor.LEFT ? y : y + SIZE * (1 - BASELINE / 2);
                drawing.text(label, LIMIT, x, baseline, SIZE, Anchor.MIDDLE, 0);
            }
        }
    }
}
