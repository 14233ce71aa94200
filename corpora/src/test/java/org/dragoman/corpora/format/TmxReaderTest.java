package org.dragoman.corpora.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.SentencePair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TmxReaderTest {
    private static final ParallelSettings EN_DE = ParallelSettings.DEFAULT.withLanguages("en", "de");
    private static final String HEADER = "<header segtype=\"sentence\" srclang=\"en\" datatype=\"plaintext\"/>";

    @TempDir
    Path folder;

    @Test
    void markupIsLeftOutOrKept() throws IOException {
        var memory = tmx(
                "<tu><tuv xml:lang=\"en\"><seg>Click <bpt i=\"1\">&lt;a title=\"<sub>hint</sub>\"></bpt><hi>he<ph/>re</hi>"
                        + "<ept i=\"1\">&lt;/a></ept>, <it pos=\"begin\">[b]</it>now<ut>{x}</ut>.</seg></tuv>"
                        + "<tuv xml:lang=\"de\"><seg> Hier\n  <![CDATA[<klicken> & ]]>&#x1F600;</seg></tuv></tu>");
        var target = " Hier\n  <klicken> & 😀";
        assertThat(read(memory, EN_DE)).containsExactly(new SentencePair("Click here, now.", target));
        assertThat(read(memory, EN_DE.withCodes(InlineCodes.KEEP)))
                .containsExactly(new SentencePair("Click <a title=\"hint\">here</a>, [b]now{x}.", target));
    }

    @ParameterizedTest
    @CsvSource({
        "en,    de,    EN | de | de-AT,        EN=de", // the same before one that says more
        "en,    de,    en-US | de_DE,          en-US=de_DE",
        "en-US, de-AT, en | de | de-DE,        en=de", // less is better than another region
        "en,    de,    en | en-GB | de-AT | de-DE, en=de-AT en=de-DE",
        "zh-CN, en,    zh-TW | en | zh-CN,     zh-CN=en"
    })
    void theNearestLanguagesMakePairs(String source, String target, String variants, String pairs) throws IOException {
        var unit = new StringBuilder("<tu>");
        for (var language : variants.split(" \\| ")) {
            unit.append(variant(language, language));
        }
        var settings = ParallelSettings.DEFAULT.withLanguages(source, target);
        assertThat(read(tmx(unit + "</tu>"), settings).stream().map(pair -> pair.source() + "=" + pair.target()))
                .containsExactly(pairs.split(" "));
    }

    @Test
    void anotherRegionIsNotTaken() throws IOException {
        var memory = tmx("<tu>" + variant("en-GB", "a") + variant("pt-BR", "b") + "</tu>");
        assertThatThrownBy(() -> read(memory, ParallelSettings.DEFAULT.withLanguages("en", "pt-PT")))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageMatching(
                        ".*:[0-9]+: none of the 1 units has both en and pt-PT; the languages there are en-GB, pt-BR");
    }

    @Test
    void severalVariantsMakeAPairEach() throws IOException {
        var memory = tmx("<tu>" + variant("de", "x") + variant("en", "a") + variant("de", "y") + "</tu>");
        assertThat(read(memory, EN_DE)).containsExactly(new SentencePair("a", "x"), new SentencePair("a", "y"));
    }

    @Test
    void unitsThatLackALanguageArePassedOverAndCounted() throws IOException {
        var memory = tmx("<tu>" + variant("en", "a") + variant("fr", "b") + "</tu>\n\n<tu>" + variant("en", "a")
                + variant("de", "b") + "</tu><tu/>");
        try (var reader = ParallelFormat.TMX.open(List.of(memory), EN_DE)) {
            assertThat(reader.next()).isEqualTo(new SentencePair("a", "b"));
            assertThat(reader.lineNumber()).isEqualTo(5);
            assertThat(reader.hasNext()).isFalse();
            assertThat(reader.dropped()).isEqualTo(2);
        }
    }

    @Test
    void theOldAttributeForTheLanguageIsRead() throws IOException {
        var memory = tmx("<tu><tuv lang=\"EN\"><seg>a</seg></tuv><tuv lang=\"DE\"><seg>b</seg></tuv></tu>");
        assertThat(read(memory, EN_DE)).containsExactly(new SentencePair("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
    void theEncodingIsThatOfTheDeclaration(String encoding) throws IOException {
        var text = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n<tmx version=\"1.4\">" + HEADER
                + "<body><tu>" + variant("en", "naïve") + variant("de", "größer") + "</tu></body></tmx>";
        var file = Files.write(folder.resolve("a.tmx"), text.getBytes(Charset.forName(encoding)));
        assertThat(read(file, EN_DE)).containsExactly(new SentencePair("naïve", "größer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkTellsTheEncoding(String encoding) throws IOException {
        var text = "\uFEFF<tmx version=\"1.4\">" + HEADER + "<body><tu>" + variant("en", "naïve")
                + variant("de", "größer") + "</tu></body></tmx>";
        var file = Files.write(folder.resolve("a.tmx"), text.getBytes(Charset.forName(encoding)));
        assertThat(read(file, EN_DE)).containsExactly(new SentencePair("naïve", "größer"));
    }

    @Test
    void bytesOfAnotherEncodingAreAnError() throws IOException {
        var file = Files.write(
                folder.resolve("a.tmx"),
                ("<tmx version=\"1.4\"><body><tu>" + variant("en", "naïve")).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(file, EN_DE))
                .hasMessage(file + ":1: at or behind this line are bytes that the encoding of the file doesn't know;"
                        + " convert it to UTF-8");
        var unknown = Files.writeString(folder.resolve("b.tmx"), "<?xml version='1.0' encoding='KLINGON-1'?><tmx/>");
        assertThatThrownBy(() -> read(unknown, EN_DE))
                .hasMessage(unknown + ":1: unknown encoding \"KLINGON-1\"; convert the file to UTF-8");
    }

    // Each stands on the third line of the file.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<tu><tuv xml:lang=\"en\"><seg>a</tuv></seg></tu> | not well-formed XML: The element type \"seg\" must be",
                "<tu><tuv><seg>a</seg></tuv></tu>                 | a <tuv> needs its language, as in xml:lang=\"en\", got none",
                "<tu><tuv xml:lang=\"en\"></tuv></tu>             | a <tuv> needs a <seg>, got none",
                "<tu><tuv xml:lang=\"en\"><seg/><seg/></tuv></tu> | a <tuv> needs one <seg>, got a second",
                "<tuv xml:lang=\"en\"><seg/></tuv>                | a <tuv> must be inside a <tu>",
                "<tu><tuv xml:lang=\"en\"><seg>&nbsp;</seg></tuv> | not well-formed XML: The entity \"nbsp\" was referenced, but",
                "<tu><tuv xml:lang=\"en\"><seg>&#11;</seg></tuv>  | not well-formed XML: Character reference \"&#",
                "<tu><tuv xml:lang=\"en\"><seg>                   | not well-formed XML: "
            })
    void whatIsWrongIsNamedWithItsLine(String unit, String problem) throws IOException {
        var memory = tmx(unit);
        assertThatThrownBy(() -> read(memory, EN_DE))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageStartingWith(memory + ":3: " + problem);
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        var html = Files.writeString(folder.resolve("a.tmx"), "<html><tmx/></html>");
        assertThatThrownBy(() -> read(html, EN_DE))
                .hasMessage(html + ":1: a translation memory begins with <tmx>, got <html>");
        var empty = Files.writeString(folder.resolve("b.tmx"), "");
        assertThatThrownBy(() -> read(empty, EN_DE))
                .hasMessage(empty + ":1: not well-formed XML: Premature end of file.");
    }

    @Test
    void nothingThatTheFileNamesIsFetched() throws IOException, InterruptedException {
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        try (var server = new ServerSocket(0)) {
            server.setSoTimeout(200);
            var url = "http://localhost:" + server.getLocalPort() + "/tmx14.dtd";
            var harmless = doctype("SYSTEM \"" + url + "\"", "text");
            assertThat(read(harmless, EN_DE)).containsExactly(new SentencePair("text", "text"));
            var parameter = doctype("[<!ENTITY % p SYSTEM \"" + url + "\"> %p;]", "text");
            assertThat(read(parameter, EN_DE)).containsExactly(new SentencePair("text", "text"));
            for (var place : List.of(url, secret.toUri().toString())) {
                var entity = doctype("[<!ENTITY x SYSTEM \"" + place + "\">]", "&x;");
                assertThatThrownBy(() -> read(entity, EN_DE))
                        .hasMessageContaining("The entity \"x\" was referenced, but not declared");
            }
            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void aBillionLaughsAreRefused() throws IOException {
        var entities = new StringBuilder("[<!ENTITY l0 \"lol\">");
        for (var i = 1; i < 10; i++) {
            entities.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        }
        var bomb = doctype(entities + "]", "&l9;");
        assertThatThrownBy(() -> read(bomb, EN_DE))
                .hasMessageContaining("The entity \"l9\" was referenced, but not declared");
    }

    private Path doctype(String what, String text) throws IOException {
        return Files.writeString(
                folder.resolve("doctype.tmx"),
                "<!DOCTYPE tmx " + what + "><tmx version=\"1.4\"><body><tu>" + variant("en", text) + variant("de", text)
                        + "</tu></body></tmx>");
    }

    private static String variant(String language, String text) {
        return "<tuv xml:lang=\"" + language + "\"><seg>" + text + "</seg></tuv>";
    }

    /** The units begin on the third line. */
    private Path tmx(String units) throws IOException {
        return Files.writeString(
                folder.resolve("memory.tmx"),
                "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\">" + HEADER + "<body>\n" + units + "</body></tmx>");
    }

    private static List<SentencePair> read(Path file, ParallelSettings settings) {
        try (var pairs = ParallelFormat.TMX.corpus(List.of(file), settings).stream()) {
            return pairs.toList();
        }
    }
}
