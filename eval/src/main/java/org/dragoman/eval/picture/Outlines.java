package org.dragoman.eval.picture;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.PathIterator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outlines of texts in the machine's fonts without serifs: each script shaped and ordered as it should be. */
final class Outlines {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final int FIRST_PICTOGRAM = 0x2190;
    private static final String[] COMMANDS = {"M", "L", "Q", "C", "Z"}; // by the types of PathIterator

    private Outlines() {}

    /** The data of an SVG path for a text that stands at the origin; empty for a text of spaces. */
    static String path(Label label, double size, Anchor anchor) {
        var layout = layout(withoutPictures(label.text()), label.isRightToLeft(), size);
        var left = -anchor.shift(layout.getAdvance());
        return data(layout.getOutline(null), left);
    }

    private static TextLayout layout(String text, boolean isRightToLeft, double size) {
        var attributes = Map.of(
                TextAttribute.FONT,
                new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size),
                TextAttribute.RUN_DIRECTION,
                isRightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        return new TextLayout(text.isEmpty() ? " " : text, attributes, CONTEXT);
    }

    /** Fonts of coloured pictures have no outlines, so an emoji without any is named by its number. */
    private static String withoutPictures(String text) {
        if (text.codePoints().noneMatch(c -> c >= FIRST_PICTOGRAM)) {
            return text;
        }
        return GRAPHEME.matcher(text).replaceAll(grapheme -> Matcher.quoteReplacement(visible(grapheme.group())));
    }

    private static String visible(String grapheme) {
        var first = grapheme.codePointAt(0);
        if (first < FIRST_PICTOGRAM || grapheme.isBlank()) {
            return grapheme;
        }
        var isEmpty = layout(grapheme, false, 10).getOutline(null).getBounds().isEmpty();
        return isEmpty ? String.format("U+%04X", first) : grapheme;
    }

    private static String data(Shape shape, double left) {
        var data = new StringBuilder();
        var point = new double[6];
        for (var path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            var type = path.currentSegment(point);
            data.append(COMMANDS[type]);
            for (var i = 0; i < coordinates(type); i++) {
                data.append(i == 0 ? "" : " ").append(Drawing.number(point[i] + (i % 2 == 0 ? left : 0)));
            }
        }
        return data.toString();
    }

    private static int coordinates(int type) {
        return switch (type) {
            case PathIterator.SEG_CUBICTO -> 6;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CLOSE -> 0;
            default -> 2;
        };
    }
}
