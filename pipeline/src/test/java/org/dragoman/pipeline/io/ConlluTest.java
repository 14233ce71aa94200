package org.dragoman.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

class ConlluTest {
    private static final List<Layer<?>> NEEDED = List.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS);

    private final ConlluReader reader = new ConlluReader();
    private final ConlluWriter writer = new ConlluWriter();

    @Test
    void writesRangesSpacesTagsLemmasAndStems() {
        var document = Document.of("d1", "Zum Zug!\n\nJa.")
                .with(Layers.SENTENCES, List.of(new Span(0, 8), new Span(10, 13)))
                .with(
                        Layers.TOKENS,
                        List.of(new Span(0, 3), new Span(4, 7), new Span(7, 8), new Span(10, 12), new Span(12, 13)))
                .with(
                        Layers.WORDS,
                        List.of(
                                new Word("Zu", 0),
                                new Word("dem", 0),
                                new Word("Zug", 1),
                                new Word("!", 2),
                                new Word("Ja", 3),
                                new Word(".", 4)))
                .with(Layers.LEMMAS, List.of("zu", "der", "Zug", "!", "ja", "."))
                .with(Layers.STEMS, List.of("zu", "dem", "zug", "!", "ja", "."))
                .with(
                        Layers.POS,
                        List.of(
                                new PosTag("ADP", "APPR"),
                                new PosTag("DET", "ART"),
                                new PosTag("NOUN", "NN"),
                                PosTag.of("PUNCT"),
                                PosTag.of("INTJ"),
                                PosTag.of("PUNCT")));
        assertThat(writer.write(document)).isEqualTo("""
                # newdoc id = d1
                # sent_id = d1-1
                # text = Zum Zug!
                1-2	Zum	_	_	_	_	_	_	_	_
                1	Zu	zu	ADP	APPR	_	_	_	_	Stem=zu
                2	dem	der	DET	ART	_	_	_	_	Stem=dem
                3	Zug	Zug	NOUN	NN	_	_	_	_	SpaceAfter=No|Stem=zug
                4	!	!	PUNCT	_	_	_	_	_	Stem=!

                # newpar
                # sent_id = d1-2
                # text = Ja.
                1	Ja	ja	INTJ	_	_	_	_	_	SpaceAfter=No|Stem=ja
                2	.	.	PUNCT	_	_	_	_	_	Stem=.

                """);
        assertThat(bare(read(writer.write(document)).get(0))).isEqualTo(document);
    }

    @Test
    void writesWhatAColumnCannotHoldInAnotherWay() {
        var text = " a\tb c";
        var document = Document.of("in/two\nlines", text)
                .with(Layers.SENTENCES, List.of(new Span(1, 6)))
                .with(Layers.TOKENS, List.of(new Span(1, 4), new Span(5, 6)))
                .with(Layers.WORDS, List.of(new Word("a\tb", 0), new Word("C|", 1)))
                .with(Layers.LEMMAS, List.of("a\tb", ""))
                .with(Layers.POS, List.of(new PosTag("X Y", "x\ny"), PosTag.of("X")));
        assertThat(writer.write(document)).isEqualTo("""
                # newdoc id = in/two lines
                # sent_id = in_two_lines-1
                # text = a b c
                1	a b	a b	X	x_y	_	_	_	_	SpacesInToken=a\\tb|SpacesBefore=\\s
                2	c	_	X	_	_	_	_	_	WordForm=C\\p

                """);
        var again = read(writer.write(document)).get(0);
        assertThat(again.text()).isEqualTo(text);
        assertThat(again.get(Layers.WORDS)).isEqualTo(document.get(Layers.WORDS));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void textTokensAndWordsComeBackForTextFromAllOfUnicode(long seed) {
        assertComesBack(RandomText.of(new Random(seed), 300), "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void evenUnpairedSurrogatesComeBack(long seed) {
        assertComesBack(RandomText.withUnpairedSurrogates(new Random(seed), 300), "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a  b",
                "a\u00a0b",
                "a\u2028b",
                "a\u0085b c",
                "a b\t",
                "\n\na\n\nb\n",
                "a\\s|b",
                "_ _",
                "a\u200b b",
                "# text",
                "a. b.\n\n\nc.",
                "1-2",
                "\u00a0x \u00a0 y"
            })
    void unusualGapsAndFormsComeBack(String text) {
        assertComesBack(text, text);
    }

    private void assertComesBack(String text, String what) {
        var document = PlainLayers.add(Document.of("d", text), NEEDED);
        if (document.get(Layers.TOKENS).isEmpty()) {
            throw new IllegalStateException("no tokens to compare in " + what);
        }
        var written = writer.write(document);
        assertValid(written);
        assertThat(bare(read(written).get(0))).as(what).isEqualTo(document);
    }

    /** Ten columns, none empty, and no character that ends a line somewhere else than at LF. */
    private static void assertValid(String written) {
        assertThat(written).endsWith("\n\n").doesNotContain("\r", "\u0085", "\u2028", "\u2029", "\u000b", "\f");
        for (var line : written.split("\n")) {
            if (!line.isEmpty() && !line.startsWith("# ")) {
                assertThat(line.split("\t", -1)).hasSize(10).doesNotContain("");
            }
        }
    }

    @Test
    void anEmptyDocumentLeavesNothing() {
        assertThat(writer.write(PlainLayers.add(Document.of(" "), NEEDED))).isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }

    @Test
    void saysWhichLayerIsMissing() {
        assertThatThrownBy(() -> writer.write(Document.of("d1", "x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("document 'd1' has no layer 'tokens'");
    }

    @Test
    void readsDocumentsParagraphsAndGaps() {
        var documents = read("""
                # newdoc id = a
                # newpar
                # text = I'm in.
                1-2	I'm	_	_	_	_	_	_	_	_
                1	I	I	PRON	PRP	_	_	_	_	_
                2	'm	be	AUX	VBP	_	_	_	_	_
                3	in	in	ADV	RB	_	_	_	_	SpaceAfter=No
                4	.	.	PUNCT	.	_	_	_	_	_

                # newpar id = p2
                1	Yes	yes	INTJ	UH	_	_	_	_	_
                2	!	!	PUNCT	.	_	_	_	_	SpacesAfter=\\n

                1	No	no	INTJ	UH	_	_	_	_	_

                # newdoc
                1	x	_	_	_	_	_	_	_	_
                """);
        assertThat(documents).extracting(Document::id).containsExactly("a", "test.conllu-2");
        var first = documents.get(0);
        assertThat(first.text()).isEqualTo("I'm in.\n\nYes !\nNo");
        assertThat(first.get(Layers.SENTENCES)).containsExactly(new Span(0, 7), new Span(9, 14), new Span(15, 17));
        assertThat(first.get(Layers.TOKENS)).startsWith(new Span(0, 3), new Span(4, 6), new Span(6, 7));
        assertThat(first.get(Layers.WORDS)).startsWith(new Word("I", 0), new Word("'m", 0), new Word("in", 1));
        assertThat(first.get(Layers.LEMMAS)).startsWith("I", "be");
        assertThat(first.get(Layers.POS)).startsWith(new PosTag("PRON", "PRP"));
        assertThat(documents.get(1).layers())
                .doesNotContain(Layers.LEMMAS, Layers.POS, Layers.STEMS)
                .contains(Layers.WORDS);
    }

    @Test
    void keepsEverythingElseOfAFile() {
        var file = """
                # newdoc id = a
                # sent_id = 1
                # speaker = B
                # text = du 2 000
                0.1	E	_	_	_	_	_	_	0:exroot	_
                1-2	du	_	_	_	Typo=Yes	_	_	_	Note=x
                1	de	de	ADP	_	Case=Gen	0	root	0:root	A=1|B
                2	le	le	DET	_	_	1	det	_	_
                2.1	F	_	_	_	_	_	_	1:x	CopyOf=1
                3	2 000	2000	NUM	_	_	1	nummod	_	Z=2|SpaceAfter=No|A=1

                """;
        assertThat(writer.write(read(file).get(0))).isEqualTo(file);
    }

    @Test
    void changedTagsAreWrittenAndTheRestIsKept() {
        var document = read("""
                # newdoc id = a
                # text = Go
                1	Go	go	NOUN	NN	Number=Sing	0	root	_	_

                """).get(0);
        var changed =
                document.with(Layers.POS, List.of(new PosTag("VERB", "VB"))).withId("b");
        assertThat(writer.write(changed)).isEqualTo("""
                # newdoc id = b
                # text = Go
                1	Go	go	VERB	VB	Number=Sing	0	root	_	_

                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            1/x/x/x/x/x/x/x/x            ~ 2: a token line needs 10 columns, got 9: "1\tx\tx\tx\tx\tx\tx\tx\tx"
            1/x/x/x/x/x/x/x/x/x/x        ~ 2: a token line needs 10 columns, got 11
            one/x/_/_/_/_/_/_/_/_        ~ 2: an ID must be a number such as 7, 7-8 or 7.1, got "one"
            2/x/_/_/_/_/_/_/_/_          ~ 2: expected word 1, got 2
            1//_/_/_/_/_/_/_/_           ~ 2: column 2 (FORM) is empty; write _ for nothing
            1/x/_/FOO/_/_/_/_/_/_        ~ 2: UPOS is "FOO", expected one of ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X _: "1\tx\t_\tFOO\t_\t_\t_\t_\t_\t_"
            1/x/_/ /_/_/_/_/_/_          ~ 2: column 4 (UPOS) is empty; write _ for nothing
            2-3/x/_/_/_/_/_/_/_/_        ~ 2: expected a word or range that starts at 1, got 2-3
            1-1/x/_/_/_/_/_/_/_/_        ~ 2: expected a word or range that starts at 1, got 1-1
            1-2/x/_/_/_/_/_/_/_/_;1/x/_/_/_/_/_/_/_/_ ~ 2: the token has words up to 2, but the last one is 1
            1-2/x/_/_/_/_/_/_/_/_;1-2/x/_/_/_/_/_/_/_/_ ~ 3: expected a word or range that starts at 1, got 1-2
            1.1/x/_/_/_/_/_/_/_/_        ~ 2: expected an empty node 0.N, got 1.1
            1/x/_/_/_/_/_/_/_/_;# late   ~ 3: comments must come before the words of a sentence
            # alone                      ~ 1: a sentence needs at least one word
            1/x/_/_/_/_/_/_/_/SpacesInToken= ~ 2: SpacesInToken must not be empty
            # text = y;1/x/_/_/_/_/_/_/_/_ ~ 3: token "x" is not what the comment "# text" has at character 0, "y"; correct one of the two
            # text = x y;1/x/_/_/_/_/_/_/_/_ ~ 3: the comment "# text" goes on with " y" after the last token; correct one of the two
            99999999999/x/_/_/_/_/_/_/_/_ ~ 2: an ID must be a number such as 7, 7-8 or 7.1
            """)
    void saysWhichLineIsWrongAndWhy(String lines, String message) {
        var file = "# a comment\n" + lines.replace('/', '\t').replace(';', '\n') + "\n";
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("data/test.conllu:" + message.replace('/', '\t'));
    }

    @Test
    void readsAFileAndClosesIt(@TempDir Path folder) throws IOException {
        var file = folder.resolve("small.conllu");
        Files.writeString(file, "1\tx\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n1\ty\t_\t_\t_\t_\t_\t_\t_\t_");
        try (var documents = reader.read(file)) {
            assertThat(documents).singleElement().satisfies(document -> {
                assertThat(document.id()).isEqualTo("small.conllu");
                assertThat(document.text()).isEqualTo("x y");
            });
        }
        assertThatThrownBy(() -> reader.read(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + folder.resolve("none"));
    }

    private List<Document> read(String file) {
        return reader.read("data/test.conllu", new BufferedReader(new StringReader(file)))
                .toList();
    }

    private static Document bare(Document document) {
        return Stream.<Layer<?>>of(ConlluLayers.FIELDS, ConlluLayers.TOKENS, ConlluLayers.SENTENCES)
                .reduce(document, Document::without, (a, b) -> b);
    }
}
