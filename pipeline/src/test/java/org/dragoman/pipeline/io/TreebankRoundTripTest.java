package org.dragoman.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.testing.TestData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;

/** Published treebanks are read and written without a change. */
class TreebankRoundTripTest {
    private final ConlluReader reader = new ConlluReader();
    private final ConlluWriter writer = new ConlluWriter();
    private final DocumentJson json = new DocumentJson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ud-english-ewt/en_ewt-ud-dev.conllu",
                "ud-english-gum/en_gum-ud-dev.conllu.gz",
                "ud-english-gum/en_gum-ud-test.conllu.gz",
                "ud-german-lit/de_lit-ud-test.conllu.gz"
            })
    void treebankWithMarkedDocumentsIsWrittenByteForByteAsItWasRead(String name) {
        var file = TestData.text("pos/" + name);
        assertSameLines(rewrite(file, name), file);
    }

    /** Without a mark, where the file's only document begins must be added, or it would run together with the one before. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ud-german-gsd/de_gsd-ud-dev.conllu",
                "ud-french-gsd/fr_gsd-ud-dev.conllu.gz",
                "ud-french-sequoia/fr_sequoia-ud-dev.conllu",
                "ud-french-sequoia/fr_sequoia-ud-test.conllu"
            })
    void treebankWithoutDocumentsGainsOneLine(String name) {
        var file = TestData.text("pos/" + name);
        var id = name.substring(name.indexOf('/') + 1);
        assertSameLines(rewrite(file, name), "# newdoc id = " + id + "\n" + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ud-english-ewt/en_ewt-ud-dev.conllu", "ud-french-sequoia/fr_sequoia-ud-dev.conllu"})
    void sentencesAreWhatTheTextCommentsSay(String name) {
        var file = TestData.text("pos/" + name);
        var comments = file.lines()
                .filter(line -> line.startsWith("# text = "))
                .map(line -> line.substring("# text = ".length()))
                .toList();
        var sentences = read(file, name).stream()
                .flatMap(document -> document.get(Layers.SENTENCES).stream().map(span -> span.textIn(document.text())))
                .toList();
        assertThat(sentences).isEqualTo(comments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ud-english-gum/en_gum-ud-dev.conllu.gz", "ud-german-gsd/de_gsd-ud-dev.conllu"})
    void documentsOfATreebankSurviveJson(String name) {
        for (var document : read(TestData.text("pos/" + name), name)) {
            assertThat(json.read(name, json.write(document))).isEqualTo(document);
        }
    }

    /** Without the layers that keep the file's own columns, text, tokens, words and tags still come back. */
    @ParameterizedTest
    @ValueSource(strings = {"ud-english-ewt/en_ewt-ud-dev.conllu", "ud-french-sequoia/fr_sequoia-ud-dev.conllu"})
    void annotationsAloneComeBackToo(String name) {
        var core = List.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS, Layers.LEMMAS, Layers.POS);
        for (var document : read(TestData.text("pos/" + name), name)) {
            var bare = document;
            for (var layer : ConlluLayers.all()) {
                bare = bare.without(layer);
            }
            var again = read(writer.write(bare), name).get(0);
            assertThat(again.text()).isEqualTo(document.text());
            for (var layer : core) {
                assertThat((Object) again.get(layer)).as(layer.name()).isEqualTo(document.get(layer));
            }
        }
    }

    private List<Document> read(String file, String name) {
        return reader.read(name, new BufferedReader(new StringReader(file))).toList();
    }

    private String rewrite(String file, String name) {
        var out = new StringWriter();
        writer.writeAll(read(file, name).stream(), out);
        return out.toString();
    }

    /** Shows the first lines that differ instead of two files of megabytes. */
    private static void assertSameLines(String actual, String expected) {
        if (!actual.equals(expected)) {
            var actualLines = actual.split("\n", -1);
            var expectedLines = expected.split("\n", -1);
            for (var i = 0; i < Math.min(actualLines.length, expectedLines.length); i++) {
                assertThat(actualLines[i]).as("line %d", i + 1).isEqualTo(expectedLines[i]);
            }
            assertThat(actualLines).hasSameSizeAs(expectedLines);
        }
        assertThat(actual.length()).isEqualTo(expected.length());
    }
}
