package org.dragoman.eval.picture;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import org.knowm.xchart.internal.chartpart.Chart;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/**
 * The SVG of a chart of XChart, written anew: with colours that adapt themselves, lengths to a hundredth, and without the clip paths, whose
 * random names would clash in a page with several charts. All letters are outlines already.
 */
final class ChartSvg {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d*\\.\\d+(?:[eE]-?\\d+)?");
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
    private static final String[] GEOMETRY = {
        "transform", "d", "points", "x", "y", "width", "height", "cx", "cy", "rx", "ry", "r"
    };

    private final Theme theme;
    private final Drawing drawing;

    private ChartSvg(Theme theme, Drawing drawing) {
        this.theme = theme;
        this.drawing = drawing;
    }

    static String of(Chart<?, ?> chart, ChartConfig config, String description, Theme theme) {
        var drawing = new Drawing(config.width(), config.height(), description, theme, Lettering.OUTLINES);
        var svg = new ChartSvg(theme, drawing);
        svg.children(parsed(painted(chart, config)));
        return drawing.finished();
    }

    private static String painted(Chart<?, ?> chart, ChartConfig config) {
        var graphics = new VectorGraphics2D();
        chart.paint(graphics, config.width(), config.height());
        var out = new ByteArrayOutputStream();
        try {
            new SVGProcessor()
                    .getDocument(graphics.getCommands(), new PageSize(config.width(), config.height()))
                    .writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a chart: " + e.getMessage(), e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Reads without the document type, which is a reference to the net. */
    private static Element parsed(String svg) {
        try {
            var source = new InputSource(new StringReader(svg.substring(svg.indexOf("<svg"))));
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(source)
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("cannot read a chart of XChart: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a chart of XChart: " + e.getMessage(), e);
        }
    }

    private void children(Element parent) {
        var curve = new Curve("", "");
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE && !"defs".equals(child.getNodeName())) {
                curve = element((Element) child, curve);
            }
        }
        draw(curve);
    }

    /** Lines that go on where the one before ended; one path, or each would begin its dashes anew. */
    private record Curve(String points, String paint) {
        boolean goesOn(Element line, String paintOfLine) {
            return paint.equals(paintOfLine) && points.endsWith(" " + end(line, "1"));
        }
    }

    private static String end(Element line, String number) {
        return rounded(line.getAttribute("x" + number) + "," + line.getAttribute("y" + number));
    }

    private void draw(Curve curve) {
        if (!curve.points().isEmpty()) {
            drawing.element("polyline", " points=\"" + curve.points().strip() + "\"" + curve.paint());
        }
    }

    /** Writes an element and what was held back before it; gives what is held back now. */
    private Curve element(Element element, Curve before) {
        var paint = paint(style(element));
        if (isMissing(element)) {
            return before;
        }
        if ("line".equals(element.getTagName())) {
            if (before.goesOn(element, paint)) {
                return new Curve(before.points() + " " + end(element, "2"), paint);
            }
            draw(before);
            return new Curve(" " + end(element, "1") + " " + end(element, "2"), paint);
        }
        draw(before);
        if ("g".equals(element.getTagName())) {
            drawing.begin(geometry(element) + paint);
            children(element);
            drawing.end();
        } else {
            drawing.element(element.getTagName(), geometry(element) + paint);
        }
        return new Curve("", "");
    }

    /** Whether an element lies nowhere, as the bar of a missing value does. */
    private static boolean isMissing(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(i -> attributes.item(i).getNodeValue())
                .anyMatch(value -> value.contains("NaN"));
    }

    private static String geometry(Element element) {
        var attributes = new StringBuilder();
        for (var name : GEOMETRY) {
            if (element.hasAttribute(name)) {
                attributes.append(' ').append(name).append("=\"");
                attributes.append(rounded(element.getAttribute(name))).append('"');
            }
        }
        return attributes.toString();
    }

    private static String rounded(String numbers) {
        return DECIMAL.matcher(numbers).replaceAll(number -> Drawing.number(Double.parseDouble(number.group())));
    }

    private static Map<String, String> style(Element element) {
        var style = new LinkedHashMap<String, String>();
        Stream.of(element.getAttribute("style").split(";"))
                .map(property -> property.split(":", 2))
                .filter(property -> property.length == 2)
                .forEach(property -> style.put(property[0], property[1]));
        return style;
    }

    private String paint(Map<String, String> style) {
        var attributes = new StringBuilder();
        for (var property : style.entrySet()) {
            var name = property.getKey();
            var value = property.getValue();
            if (value.startsWith("rgb")) {
                attributes.append(
                        "fill".equals(name)
                                ? ink(value).fill(theme)
                                : ink(value).stroke(theme));
            } else if (!"stroke".equals(name) && !("stroke-dasharray".equals(name) && value.endsWith(",0"))) {
                attributes.append(' ').append(name).append("=\"").append(value).append('"');
            }
        }
        return attributes.toString();
    }

    /** The ink that has this colour on light paper. */
    private static Ink ink(String rgb) {
        var matcher = RGB.matcher(rgb);
        var color = matcher.matches()
                ? String.format(
                        "#%02x%02x%02x",
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)))
                : rgb;
        return Stream.of(Ink.values())
                .filter(ink -> ink.color(Theme.LIGHT).equals(color))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("a chart has the colour " + color + ", which is none of ours"));
    }
}
