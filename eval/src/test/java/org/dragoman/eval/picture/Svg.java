package org.dragoman.eval.picture;

import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

/** An SVG as a test looks at it. */
record Svg(Element root) {

    /** Reads an SVG, strictly as XML. */
    static Svg of(String text) {
        try {
            var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            return new Svg(
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError("not XML: " + e.getMessage() + "\n" + text, e);
        }
    }

    List<Element> all(String name) {
        var elements = root.getElementsByTagName(name);
        return IntStream.range(0, elements.getLength())
                .mapToObj(i -> (Element) elements.item(i))
                .toList();
    }

    /** Elements that say something when the pointer is on them. */
    List<Element> titled(String name) {
        return all(name).stream()
                .filter(element -> element.getElementsByTagName("title").getLength() > 0)
                .toList();
    }

    static String title(Element element) {
        return element.getElementsByTagName("title").item(0).getTextContent();
    }

    List<String> titles(String name) {
        return titled(name).stream().map(Svg::title).toList();
    }

    /** What is written in the picture. */
    List<String> texts() {
        return all("text").stream()
                .map(element -> element.getFirstChild().getTextContent())
                .toList();
    }

    /** Where a text stands, from the left. */
    double x(String text) {
        var element = all("text").stream()
                .filter(each -> each.getFirstChild().getTextContent().equals(text))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(element.getAttribute("transform").replaceAll("translate\\(([^ ]+) .*", "$1"));
    }

    double length(String attribute) {
        return Double.parseDouble(root.getAttribute(attribute));
    }
}
