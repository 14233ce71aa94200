package org.dragoman.eval.picture;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An SVG file while it is written. Lengths are CSS pixels. */
final class Drawing {
    /** The class of groups whose lines stand out when the pointer is on them. */
    static final String HOVER = "dragoman-hover";

    private static final String FONTS = "'Helvetica Neue', Arial, 'Noto Sans', 'DejaVu Sans', sans-serif";
    private static final int DIGITS = 2; // of lengths
    private static final int OPACITY_DIGITS = 4; // finer than a step of 8 bits

    private final Theme theme;
    private final Lettering lettering;
    private final StringBuilder out = new StringBuilder();

    /**
     * Begins a picture.
     *
     * @param description what it shows, for those who can't see it
     */
    Drawing(double width, double height, String description, Theme theme, Lettering lettering) {
        this.theme = theme;
        this.lettering = lettering;
        out.append(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$s\" height=\"%2$s\" viewBox=\"0 0 %1$s %2$s\""
                        + " role=\"img\" aria-label=\"%3$s\" font-family=\"%4$s\" xml:space=\"preserve\">\n",
                number(width), number(height), Label.of(description).xml(), FONTS));
        if (theme == Theme.ADAPTIVE) {
            out.append(style()).append('\n');
        }
        begin(Ink.PAPER.fill(theme)).rectangle(0, 0, width, height, "").end();
    }

    /** The style sheet of adaptive pictures, an element. */
    private static String style() {
        var dark = Stream.of(Ink.values()).map(Ink::darkRules).collect(Collectors.joining());
        return "<style>" + Theme.MEDIA + "{" + dark + "}." + HOVER + ">:hover{stroke-width:3;stroke-opacity:1}</style>";
    }

    /** Begins a group that fills its elements. */
    Drawing fill(Ink ink) {
        return begin(ink.fill(theme));
    }

    /** Begins a group that draws the lines of its elements, of some width. */
    Drawing stroke(Ink ink, double width) {
        return begin(" fill=\"none\"" + ink.stroke(theme) + attribute("stroke-width", width));
    }

    /** Begins a group with attributes, each with a space before. */
    Drawing begin(String attributes) {
        out.append("<g").append(attributes).append(">\n");
        return this;
    }

    /** Ends the innermost group. */
    Drawing end() {
        out.append("</g>\n");
        return this;
    }

    /** An element without content. */
    Drawing element(String name, String attributes) {
        out.append('<').append(name).append(attributes).append("/>\n");
        return this;
    }

    /** A rectangle with further attributes. */
    Drawing rectangle(double x, double y, double width, double height, String attributes) {
        out.append(rectangleTag(x, y, width, height, attributes)).append("/>\n");
        return this;
    }

    /** A rectangle of some opacity that says something when the pointer is on it. */
    Drawing cell(double x, double y, double width, double height, double opacity, String titleXml) {
        out.append(rectangleTag(x, y, width, height, opacity("fill-opacity", opacity)));
        return endWithTitle("rect", titleXml);
    }

    private static String rectangleTag(double x, double y, double width, double height, String attributes) {
        return "<rect" + attribute("x", x) + attribute("y", y) + attribute("width", width) + attribute("height", height)
                + attributes;
    }

    /** A path, given by its data, of some opacity that says something when the pointer is on it. */
    Drawing path(String data, double opacity, String titleXml) {
        out.append("<path d=\"").append(data).append('"').append(opacity("stroke-opacity", opacity));
        return endWithTitle("path", titleXml);
    }

    /** Ends an element; one that is made to be painted, not read, needs no title. */
    private Drawing endWithTitle(String element, String titleXml) {
        var end = "><title>" + titleXml + "</title></" + element + ">\n";
        out.append(lettering == Lettering.OUTLINES ? "/>\n" : end);
        return this;
    }

    /** A path, given by its data. */
    Drawing path(String data) {
        out.append("<path d=\"").append(data).append("\"/>\n");
        return this;
    }

    /**
     * A text.
     *
     * @param x of its anchor
     * @param y of its base line
     * @param size of its font
     * @param degrees that it is turned clockwise about its anchor
     */
    Drawing text(Label label, double x, double y, double size, Anchor anchor, int degrees) {
        return text(label, label, x, y, size, anchor, degrees);
    }

    /** A text that is cut to {@code limit}, and is told in full when the pointer is on it. */
    Drawing text(Label label, double limit, double x, double y, double size, Anchor anchor, int degrees) {
        return text(label, label.within(limit / size), x, y, size, anchor, degrees);
    }

    private Drawing text(Label label, Label shown, double x, double y, double size, Anchor anchor, int degrees) {
        var place = place(x, y, degrees);
        var title = shown.equals(label) ? "" : "<title>" + label.xml() + "</title>";
        if (lettering == Lettering.OUTLINES) {
            var data = Outlines.path(shown, size, anchor);
            out.append(data.isEmpty() ? "" : "<path" + place + " d=\"" + data + "\"/>\n");
            return this;
        }
        var direction = shown.isRightToLeft() ? " direction=\"rtl\"" : "";
        out.append("<text").append(place).append(attribute("font-size", size)).append(direction);
        out.append(anchor.attribute(shown.isRightToLeft())).append('>');
        out.append(shown.xml()).append(title).append("</text>\n");
        return this;
    }

    private static String place(double x, double y, int degrees) {
        var turned = degrees == 0 ? "" : " rotate(" + degrees + ")";
        return " transform=\"translate(" + number(x) + " " + number(y) + ")" + turned + "\"";
    }

    /** The file. */
    String finished() {
        return out + "</svg>\n";
    }

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    private static String opacity(String name, double value) {
        return value >= 1 ? "" : " " + name + "=\"" + number(value, OPACITY_DIGITS) + "\"";
    }

    /** A length, to a hundredth. */
    static String number(double value) {
        return number(value, DIGITS);
    }

    private static String number(double value, int digits) {
        return BigDecimal.valueOf(Math.round(value * Math.pow(10, digits)), digits)
                .stripTrailingZeros()
                .toPlainString();
    }
}
