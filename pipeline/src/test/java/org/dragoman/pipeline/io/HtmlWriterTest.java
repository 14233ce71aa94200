package org.dragoman.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Label;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Sentiment;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Translation;
import org.dragoman.pipeline.Word;
import org.dragoman.testing.PlainLayers;
import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

class HtmlWriterTest {
    private final HtmlWriter writer = new HtmlWriter();

    /** The page is written so that a parser of XML, which forgives nothing, can read it too. */
    private static Element parse(String page) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<Element> withClass(Element root, String name) {
        var found = new ArrayList<Element>();
        var all = root.getElementsByTagName("*");
        for (var i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element
                    && (" " + element.getAttribute("class") + " ").contains(" " + name + " ")) {
                found.add(element);
            }
        }
        return found;
    }

    /** The text of an element without the marks that we put between. */
    private static String textOf(Node node) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            return node.getNodeValue();
        }
        var text = new StringBuilder();
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(child.getNodeName().equals("i") ? "" : textOf(child));
        }
        return text.toString();
    }

    private static Document tom() {
        var text = "Tom <b>can't</b> lose & \"win\".";
        return Document.of("a<b.txt", text)
                .withMetadata(Map.of("author", "<script>alert(1)</script>"))
                .with(Layers.SENTENCES, List.of(new Span(0, text.length())))
                .with(Layers.TOKENS, List.of(new Span(0, 3), new Span(7, 12), new Span(17, 21)))
                .with(
                        Layers.WORDS,
                        List.of(new Word("Tom", 0), new Word("ca", 1), new Word("n't", 1), new Word("lose", 2)))
                .with(
                        Layers.POS,
                        List.of(
                                new PosTag("PROPN", "NNP"),
                                new PosTag("AUX", "MD"),
                                new PosTag("PART", "RB"),
                                PosTag.of("VERB")))
                .with(Layers.LEMMAS, List.of("Tom", "can", "not", "lose"))
                .with(Layers.ENTITIES, List.of(new Entity(new Span(0, 3), "PER")))
                .with(Layers.SENTIMENT, List.of(new Sentiment("negative", -0.25)))
                .with(Layers.LANGUAGE, new Label("en", 0.99))
                .with(Layers.KEYWORDS, List.of(new Label("a \"key\"", 0.5)));
    }

    @Test
    void showsEntitiesTagsAndSentimentWithTheTextAsItWas() throws Exception {
        var page = parse(writer.write(tom()));
        var text = withClass(page, "text").get(0);
        assertThat(textOf(text)).isEqualTo(tom().text());
        assertThat(withClass(text, "c0").get(0).getTextContent()).isEqualTo("TomPER");
        assertThat(withClass(text, "t"))
                .extracting(element -> element.getAttribute("title"))
                .containsExactly(
                        "Tom · PROPN NNP · lemma Tom",
                        "ca · AUX MD · lemma can + n't · PART RB · lemma not",
                        "lose · VERB · lemma lose");
        assertThat(withClass(text, "down").get(0).getFirstChild().getTextContent())
                .isEqualTo("1 ▼ negative -0.25");
        assertThat(((Element) page.getElementsByTagName("article").item(0)).getAttribute("lang"))
                .isEqualTo("en");
        assertThat(page.getElementsByTagName("dd").item(0).getTextContent()).isEqualTo("<script>alert(1)</script>");
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void needsNothingFromElsewhere() {
        assertThat(writer.write(tom())).doesNotContain("<script", "<link", "src=", "href=", "@import", "url(", "http");
    }

    @Test
    void entitiesThatOverlapAreCutAndLabelledOnce() throws Exception {
        var document = Document.of("a", "one two three")
                .with(Layers.ENTITIES, List.of(new Entity(new Span(0, 7), "PER"), new Entity(new Span(4, 13), "ORG")));
        var text = withClass(parse(writer.write(document)), "text").get(0);
        assertThat(textOf(text)).isEqualTo("one two three");
        assertThat(text.getTextContent()).isEqualTo("one twoPER threeORG");
        assertThat(withClass(text, "c2")).extracting(HtmlWriterTest::textOf).containsExactly("two", " three");
    }

    /** A browser finds the direction of a line by its first letter, and passes over elements with a direction of their own. */
    @Test
    void eachLineHasItsOwnDirectionAndMarksDoNotCount() throws Exception {
        var text = "one\nمرحبا\r\n\n";
        var document = Document.of("a", text)
                .with(Layers.SENTENCES, List.of(new Span(0, 3), new Span(4, 9)))
                .with(Layers.ENTITIES, List.of(new Entity(new Span(2, 9), "PER")));
        var lines = withClass(parse(writer.write(document)), "text").get(0).getChildNodes();
        var texts = new ArrayList<String>();
        for (var i = 0; i < lines.getLength(); i++) {
            assertThat(((Element) lines.item(i)).getAttribute("dir")).isEqualTo("auto");
            texts.add(textOf(lines.item(i)));
        }
        assertThat(texts).containsExactly("one\n", "مرحبا\n", "\n");
        assertThat(withClass(parse(writer.write(document)), "type"))
                .allSatisfy(mark -> assertThat(mark.getAttribute("dir")).isEqualTo("ltr"))
                .hasSize(1);
        assertThat(withClass(parse(writer.write(document)), "n"))
                .allSatisfy(mark -> assertThat(mark.getAttribute("dir")).isEqualTo("ltr"))
                .hasSize(2);
    }

    /** The label behind an entity must stay beside it in a paragraph of the other direction. */
    @Test
    void anEntityKnowsWhichWayItsEndRuns() throws Exception {
        var text = "Tom مرحبا 7 X!";
        var document = Document.of("a", text)
                .with(
                        Layers.ENTITIES,
                        List.of(
                                new Entity(new Span(0, 3), "PER"),
                                new Entity(new Span(4, 11), "ORG"),
                                new Entity(new Span(12, 14), "LOC")));
        var html = parse(writer.write(document));
        assertThat(withClass(html, "ltr")).extracting(HtmlWriterTest::textOf).containsExactly("Tom", "X!");
        assertThat(withClass(html, "rtl")).extracting(HtmlWriterTest::textOf).containsExactly("مرحبا 7");
    }

    @Test
    void translationsStandBelow() throws Exception {
        var document = new Translation("ar", Document.of("ar", "مرحبا <"), List.of()).addTo(Document.of("a", "Hi"));
        assertThat(withClass(parse(writer.write(document)), "text"))
                .extracting(HtmlWriterTest::textOf)
                .containsExactly("Hi", "مرحبا <");
    }

    @Test
    void documentsShareAPage() throws Exception {
        var out = new StringWriter();
        var documents = Stream.of(Document.of("a", "x"), Document.of("b", ""));
        assertThat(writer.writeAll("A & B", documents, out)).isEqualTo(2);
        var page = parse(out.toString());
        assertThat(page.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A & B");
        assertThat(page.getElementsByTagName("article").getLength()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTextIsShownAndNestsWhateverOverlaps(long seed) throws Exception {
        var random = new Random(seed);
        var text = (seed % 2 == 0 ? RandomText.of(random, 300) : RandomText.withUnpairedSurrogates(random, 300))
                + "<i>&lt;</div>";
        var entities = new ArrayList<Entity>();
        for (var i = 0; i < 30; i++) {
            var start = random.nextInt(text.length());
            entities.add(new Entity(
                    new Span(start, start + 1 + random.nextInt(text.length() - start)), "<" + i % 9 + "'\">"));
        }
        entities.sort((a, b) -> a.span().compareTo(b.span()));
        var document =
                PlainLayers.add(Document.of("a", text), PlainLayers.all()).with(Layers.ENTITIES, entities);
        var page = parse(writer.write(document));
        assertThat(comparable(textOf(withClass(page, "text").get(0))))
                .as("seed %d", seed)
                .isEqualTo(comparable(text));
        assertThat(withClass(page, "type")).hasSize(entities.size());
    }

    /** Text without what a page shows otherwise: line ends, controls, halves of pairs, noncharacters. */
    private static String comparable(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.SURROGATE
                        && c != 0xFFFD
                        && (c < 0x2400 || c > 0x2421)
                        && (c & 0xFFFE) != 0xFFFE
                        && (c < 0xFDD0 || c > 0xFDEF)
                        && !Character.isSupplementaryCodePoint(c)) // an entity may cut a pair
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
