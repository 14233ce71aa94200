package org.dragoman.eval.picture;

import java.util.List;
import java.util.Locale;

/** The colours of pictures by what they are for, on light and on dark paper. Those of series are of Okabe and Ito's palette
 * (2008); on dark paper its dark blue and its sky blue give way to its sky blue and its yellow, which are easier to see there. */
enum Ink {
    PAPER("#ffffff", "#14171b"),
    TEXT("#1b1f24", "#e4e7eb"),
    FAINT("#5b6470", "#9aa4af"),
    GRID("#d5dae0", "#363d45"),
    /** Its opacity is a weight. */
    MARK("#08306b", "#a9d3ff"),
    BLUE("#0072b2", "#56b4e9"),
    ORANGE("#e69f00", "#e69f00"),
    GREEN("#009e73", "#00a97c"),
    VERMILLION("#d55e00", "#e36a0a"),
    SKY("#56b4e9", "#f0e442"),
    PURPLE("#cc79a7", "#cc79a7"),
    BLACK("#000000", "#e4e7eb");

    /** In an order in which neighbours differ in lightness too. */
    static final List<Ink> SERIES = List.of(BLUE, ORANGE, GREEN, VERMILLION, SKY, PURPLE, BLACK);

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The colour as {@code #rrggbb}; an adaptive picture is light where nothing else is said. */
    String color(Theme theme) {
        return theme == Theme.DARK ? dark : light;
    }

    /** Attributes that fill an element and those in it. */
    String fill(Theme theme) {
        return attributes("fill", theme);
    }

    /** Attributes that draw the lines of an element and of those in it. */
    String stroke(Theme theme) {
        return attributes("stroke", theme);
    }

    private String attributes(String kind, Theme theme) {
        var color = " " + kind + "=\"" + color(theme) + "\"";
        return theme == Theme.ADAPTIVE ? " class=\"" + styleClass(kind) + "\"" + color : color;
    }

    /** What makes an element dark, for a style sheet. */
    String darkRules() {
        return "." + styleClass("fill") + "{fill:" + dark + "}." + styleClass("stroke") + "{stroke:" + dark + "}";
    }

    /** The class of elements that are filled ({@code fill}) or drawn ({@code stroke}) with this colour. */
    String styleClass(String kind) {
        return "dragoman-" + name().toLowerCase(Locale.ROOT) + "-" + kind;
    }
}
