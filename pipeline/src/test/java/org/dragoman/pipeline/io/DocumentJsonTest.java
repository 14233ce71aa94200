package org.dragoman.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Link;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.TranslatedSentence;
import org.dragoman.pipeline.Translation;
import org.dragoman.testing.PlainLayers;
import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

class DocumentJsonTest {
    private final DocumentJson json = new DocumentJson();

    @Test
    void writesWhatTheDescriptionShows() {
        var document = Document.of("a", "Hi.")
                .withMetadata(Map.of("author", "B"))
                .with(Layers.SENTENCES, List.of(new Span(0, 3)))
                .with(Layers.TOKENS, List.of(new Span(0, 2), new Span(2, 3)))
                .with(Layers.ENTITIES, List.of(new Entity(new Span(0, 2), "PER")));
        assertThat(json.write(document))
                .isEqualTo("{\"id\":\"a\",\"text\":\"Hi.\",\"metadata\":{\"author\":\"B\"},"
                        + "\"layers\":{\"sentences\":[[0,3]],\"tokens\":[[0,2],[2,3]],"
                        + "\"entities\":[{\"span\":[0,2],\"type\":\"PER\"}]}}");
        assertThat(json.write(Document.of("a", "é👍"))).isEqualTo("{\"id\":\"a\",\"text\":\"é👍\"}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void allLayersComeBackForTextFromAllOfUnicode(long seed) {
        var document = full(RandomText.of(new Random(seed), 400));
        assertThat(document.layers()).containsExactlyInAnyOrderElementsOf(Layers.all());
        assertThat(json.read("test", json.write(document))).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void evenUnpairedSurrogatesComeBackThroughUtf8(long seed) {
        var text = RandomText.withUnpairedSurrogates(new Random(seed), 200);
        var document = full(text).withMetadata(Map.of("key", text));
        var written = json.write(document);
        var bytes = written.getBytes(StandardCharsets.UTF_8);
        assertThat(json.read("test", new String(bytes, StandardCharsets.UTF_8))).isEqualTo(document);
    }

    @Test
    void refusesAMetadataKeyThatCouldNotBeReadBack() {
        var document = Document.of("a", "x").withMetadata(Map.of("\ud800", "x"));
        assertThatThrownBy(() -> json.write(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot write document 'a' as JSON: the metadata key '\ud800' has an unpaired surrogate");
    }

    @Test
    void translationsComeBackWithTheirAlignments() {
        var target = full("Guten Tag.");
        var sentence = new TranslatedSentence(
                new Span(0, 4), new Span(0, 10), -1.25e-300, List.of(new Link(0, 1, 0.1), Link.of(0, 0)));
        var document = new Translation("de", target, List.of(sentence)).addTo(full("Good day."));
        var again = json.read("test", json.write(document));
        assertThat(again).isEqualTo(document);
        assertThat(again.get(Layers.TRANSLATION).get("de").sentences()).containsExactly(sentence);
    }

    @Test
    void layersMayComeInAnyOrder() {
        var document = json.read("test", """
                {"layers": {"stems": ["hi"], "words": [{"form": "Hi", "token": 0}], "tokens": [[0, 2]]},
                 "text": "Hi", "id": "a"}""");
        assertThat(document.get(Layers.STEMS)).containsExactly("hi");
        assertThat(document.layers()).containsExactly(Layers.TOKENS, Layers.WORDS, Layers.STEMS);
    }

    @Test
    void keepsTheOrderOfMetadata() {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("z", "1");
        metadata.put("a", "2");
        var again = json.read("test", json.write(Document.of("x").withMetadata(metadata)));
        assertThat(again.metadata().keySet()).containsExactly("z", "a");
    }

    record Topic(String name, List<Integer> sentences) {}

    @Test
    void layersOfOthersComeBackIfTheyAreKnown() {
        var topics = Layer.list("acme:topics", Topic.class);
        var document = Document.of("a", "x").with(topics, List.of(new Topic("sport", List.of(1, 2))));
        var written = json.write(document);
        assertThat(json.withLayers(List.of(topics)).read("test", written)).isEqualTo(document);
        assertThatThrownBy(() -> json.read("a.json", written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a.json: column ")
                .hasMessageContaining(
                        "unknown layer 'acme:topics'; give it to DocumentJson.withLayers, known are [brat:notes, chunks,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {"id": "a"}                                                    ~ 'text' of a document must be a string, got null
            {"id": 1, "text": "x"}                                         ~ 'id' of a document must be a string, got 1
            {"id": "a", "text": "x", "layer": {}}                          ~ unknown key 'layer' in a document; expected id, text, metadata, layers
            {"id": "a", "text": "x", "metadata": {"k": 1}}                 ~ metadata 'k' must be a string, got 1
            {"id": " ", "text": "x"}                                       ~ the id of a document must not be blank, got " "
            {"id": "a", "text": "x", "layers": {"tokens": [[0, 2]]}}       ~ layers.tokens: layer 'tokens' of document 'a': span 0 [0, 2) ends after the text, which has 1 characters
            {"id": "a", "text": "x", "layers": {"tokens": [[1, 0]]}}       ~ layers.tokens[0].end: a span needs 0 <= start <= end, got start 1 and end 0
            {"id": "a", "text": "x", "layers": {"stems": []}}              ~ needs layer 'words' first
            {"id": "a", "text": "x", "layers": {"entities": [{"span": [0, 1]}]}} ~ type
            {"id": "a", "text": "x", "layers": {"entities": [{"span": [0, 1], "type": "PER", "x": 1}]}} ~ "x"
            {"id": "a", "text": "x", "layers": {"tokens": [[0, 1.5]]}}     ~ layers.tokens[0]
            {"id": "a", "text": "x", "layers": {"tokens": [[0]]}}          ~ layers.tokens[0]
            {"id": "a", "text": "x", "layers": {"tokens": null}}           ~ tokens
            {"id": "a", "text": "x", "layers": {"language": null}}         ~ language
            {"id": "a", "text": "x", "layers": {"labels": [null]}}         ~ labels
            {"id": "a", "text": "x", "layers": []}                         ~ 'layers' of a document must be an object, got []
            {"id": "a", "text": "x", "metadata": 3}                        ~ 'metadata' of a document must be an object, got 3
            {"id": "a", "text": "x", "text": "y"}                          ~ Duplicate field 'text'
            {"id": "a", "text": "x"} {}                                    ~ Trailing token
            [1]                                                            ~ expected a document, which is a JSON object
            null                                                           ~ a.json: expected a document, got null
            {"id": "a",                                                    ~ Unexpected end-of-input
            """)
    void saysWhatIsWrong(String wrong, String message) {
        assertThatThrownBy(() -> json.read("a.json", wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a.json: ")
                .hasMessageContaining(message);
    }

    @Test
    void writesAndReadsLinesWithFileAndLineInMessages(@TempDir Path folder) throws IOException {
        var file = folder.resolve("docs.jsonl");
        var documents = IntStream.range(0, 5).mapToObj(i -> full("text\n" + i)).toList();
        try (var writer = Files.newBufferedWriter(file)) {
            assertThat(json.writeLines(documents.stream(), writer)).isEqualTo(5);
        }
        try (var again = json.readLines(file)) {
            assertThat(again).isEqualTo(documents);
        }
        Files.writeString(file, "{\"id\":\"a\",\"text\":\"\"}\n\n{\"id\":\"a\"}\n");
        try (var again = json.readLines(file)) {
            assertThatThrownBy(again::toList)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(file + ":3: ");
        }
        assertThatThrownBy(() -> json.readLines(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + folder.resolve("none"));
    }

    @Test
    void readsLinesOnlyAsTheyAreAskedFor() {
        var lines = LongStream.range(0, 1_000)
                .mapToObj(i -> "{\"id\":\"" + i + "\",\"text\":\"\"}\n")
                .reduce("", String::concat);
        var read = new AtomicInteger();
        var reader = new BufferedReader(new StringReader(lines)) {
            @Override
            public String readLine() throws IOException {
                read.incrementAndGet();
                return super.readLine();
            }
        };
        assertThat(json.readLines("lines", reader).limit(3).map(Document::id)).containsExactly("0", "1", "2");
        assertThat(read.get()).isLessThan(10);
    }

    @Test
    void writesEachDocumentAsItComes() {
        var out = new StringWriter();
        // {"id":"a","text":"0 written"} has 29 characters and a line end
        var seen = Stream.of("a", "b").map(id -> Document.of(id, out.getBuffer().length() + " written"));
        json.writeLines(seen, out);
        assertThat(out.toString().lines().map(line -> json.read("out", line).text()))
                .containsExactly("0 written", "30 written");
    }

    @Test
    void theDocumentOfTheGuideIsReadAndHasEveryLayer() throws IOException {
        var guide = Files.readString(Path.of("../docs/pipeline.md"));
        var begin = guide.indexOf("```\n{\"id\": \"a\"") + "```\n".length();
        var document = json.read("guide", guide.substring(begin, guide.indexOf("```", begin)));
        assertThat(document.layers()).containsExactlyInAnyOrderElementsOf(Layers.all());
        assertThat(json.read("again", json.write(document))).isEqualTo(document);
    }

    private static Document full(String text) {
        var document = PlainLayers.add(Document.of("id \u2028 👍", text), PlainLayers.all());
        return new Translation("fr", Document.of("fr", text), List.of()).addTo(document);
    }
}
