package org.dragoman.corpora.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.SentencePair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class XliffReaderTest {
    private static final ParallelSettings ANY = ParallelSettings.DEFAULT;

    @TempDir
    Path folder;

    @Test
    void unitsOfVersion1ArePairs() throws IOException {
        var file = version1("""
                <group id="g"><trans-unit id="1" approved="yes">
                  <source>A <g id="1">bold <x id="2"/>word</g><ph id="3">&lt;br/></ph></source>
                  <seg-source><mrk mtype="seg" mid="1">A bold word</mrk></seg-source>
                  <target state="final">Ein <mrk mtype="term">fettes</mrk> Wort</target>
                  <alt-trans match-quality="80"><source>A bolt</source><target>Ein Bolzen</target></alt-trans>
                </trans-unit></group>
                <bin-unit id="b" mime-type="image/png"><bin-source><external-file href="a.png"/></bin-source></bin-unit>
                <trans-unit id="2"><source>untranslated</source></trans-unit>
                <trans-unit id="3"><source>untranslated too</source><target/></trans-unit>
                <trans-unit id="4"><source/><target/></trans-unit>
                """);
        var pair = new SentencePair("A bold word", "Ein fettes Wort");
        assertThat(read(file, ANY)).containsExactly(pair, new SentencePair("", ""));
        assertThat(read(file, ANY.withUntranslated(Untranslated.KEEP)))
                .containsExactly(
                        pair,
                        new SentencePair("untranslated", ""),
                        new SentencePair("untranslated too", ""),
                        new SentencePair("", ""));
        assertThat(read(file, ANY.withCodes(InlineCodes.KEEP)).get(0).source()).isEqualTo("A bold word<br/>");
        try (var reader = ParallelFormat.XLIFF.open(List.of(file), ANY)) {
            reader.next();
            assertThat(reader.lineNumber()).isEqualTo(3);
            reader.next();
            assertThat(reader.dropped()).isEqualTo(2);
        }
    }

    @Test
    void segmentsOfVersion2ArePairs() throws IOException {
        var file = version2("2.1", """
                <unit id="u1">
                  <mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">
                    <mtc:match ref="#m1"><source>no pair</source><target>kein Paar</target></mtc:match>
                  </mtc:matches>
                  <originalData><data id="d1">&lt;b></data></originalData>
                  <segment id="s1"><source>One <pc id="1">bold<ph id="2" dataRef="d1"/></pc>.</source><target>Eins.</target></segment>
                  <ignorable><source> </source></ignorable>
                  <segment><source>Bell<cp hex="0007"/>!</source><target><mrk id="m">Glocke</mrk><cp hex="1F600"/></target></segment>
                  <segment><source>untranslated</source></segment>
                </unit>
                """);
        assertThat(read(file, ANY))
                .containsExactly(new SentencePair("One bold.", "Eins."), new SentencePair("Bell\u0007!", "Glocke😀"));
    }

    @Test
    void charactersThatXmlLacksAreRefusedByVersion1AndEscapedByVersion2() throws IOException {
        var pair = new SentencePair("bell\u0007\uFFFE", "Glocke");
        var settings = ANY.withLanguages("en", "de");
        var file = List.of(folder.resolve("a.xlf"));
        try (var writer = ParallelFormat.XLIFF.writer(file, settings)) {
            assertThatThrownBy(() -> writer.write(pair))
                    .isInstanceOf(CorpusFormatException.class)
                    .hasMessage(
                            file.get(0) + ":5: the source has U+0007 at character 5: \"bell\\u0007\uFFFE\"; the format"
                                    + " can't hold that; write another one, such as JSON lines, or replace it before");
        }
        try (var writer = ParallelFormat.XLIFF_2.writer(file, settings)) {
            writer.write(pair);
            writer.finish();
        }
        assertThat(Files.readString(file.get(0))).contains("<source>bell<cp hex=\"0007\"/><cp hex=\"FFFE\"/></source>");
        assertThat(read(file.get(0), settings)).containsExactly(pair);
    }

    @Test
    void filesOfOtherLanguagesAreRefused() throws IOException {
        var first = version1("<trans-unit id='1'><source>a</source><target>b</target></trans-unit>");
        assertThat(read(first, ANY.withLanguages("en-US", "de-AT"))).hasSize(1);
        assertThatThrownBy(() -> read(first, ANY.withLanguages("en", "fr")))
                .hasMessage(first + ":2: the target language is de, but fr is wanted");
        var second = version2("2.0", "");
        assertThatThrownBy(() -> read(second, ANY.withLanguages("de", "en")))
                .hasMessage(second + ":1: the source language is en, but de is wanted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<trans-unit id='1'><target>b</target></trans-unit>         | a <trans-unit> needs a <source>, got none",
                "<trans-unit id='1'><source/><source/></trans-unit>         | a unit needs one <source>, got a second",
                "<trans-unit id='1'><source>a</trans-unit>                  | not well-formed XML: The element type \"source\" must",
                "<trans-unit id='1'><source><cp hex='x'/></source>          | the attribute hex of <cp> must be a character's number",
                "<trans-unit id='1'><source><cp hex='110000'/></source>     | the attribute hex of <cp> must be a character's number",
                "<trans-unit id='1'><source><cp/></source>                  | a <cp> needs the attribute hex, got none"
            })
    void whatIsWrongIsNamedWithItsLine(String unit, String problem) throws IOException {
        var file = version1(unit);
        assertThatThrownBy(() -> read(file, ANY))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageStartingWith(file + ":3: " + problem);
    }

    @Test
    void otherVersionsAndFilesAreRefused() throws IOException {
        var three = version2("3.0", "");
        assertThatThrownBy(() -> read(three, ANY))
                .hasMessage(three + ":1: the version of XLIFF must be 1.0 to 1.2 or 2.0 to 2.2, got 3.0");
        var other = Files.writeString(folder.resolve("b"), "<tmx/>");
        assertThatThrownBy(() -> read(other, ANY))
                .hasMessage(other + ":1: a file of XLIFF begins with <xliff>, got <tmx>");
    }

    private Path version1(String units) throws IOException {
        return Files.writeString(folder.resolve("a.xlf"), """
                <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
                <file original="a" source-language="en" target-language="de" datatype="plaintext"><body>
                %s</body></file></xliff>
                """.formatted(units));
    }

    private Path version2(String version, String units) throws IOException {
        return Files.writeString(folder.resolve("a.xlf"), """
                <xliff version="%s" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="de"><file id="f">
                %s</file></xliff>
                """.formatted(version, units));
    }

    private static List<SentencePair> read(Path file, ParallelSettings settings) {
        try (var pairs = ParallelFormat.XLIFF.corpus(List.of(file), settings).stream()) {
            return pairs.toList();
        }
    }
}
