package org.dragoman.corpora.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.TagScheme;
import org.dragoman.corpora.TagScheme.TagSpan;
import org.dragoman.corpora.TaggedSentence;
import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

class TaggedFormatTest {
    private static final TaggedSettings XPOS = TaggedSettings.DEFAULT.withTreebankTag(TaggedSettings.TreebankTag.XPOS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TaggedFormat.class)
    void whatIsWrittenIsReadBackOrRefused(TaggedFormat format) {
        var file = folder.resolve("random");
        var written = new ArrayList<TaggedSentence>();
        try (var writer = format.writer(List.of(file), XPOS)) {
            for (var seed = 0; seed < 1_000; seed++) {
                var sentence = sentence(new Random(seed));
                try {
                    writer.write(sentence);
                    written.add(sentence);
                } catch (CorpusFormatException e) {
                    assertThat(e).hasMessageContaining(" of the sentence ");
                }
            }
            writer.finish();
        }
        assertThat(read(format, file, XPOS)).isEqualTo(written);
        assertThat(written).hasSizeBetween(200, 950);
    }

    @ParameterizedTest
    @EnumSource(TaggedFormat.class)
    void everyFormatCanBeTurnedIntoEveryOther(TaggedFormat from) {
        var sentences = List.of(
                new TaggedSentence(List.of("#", "Tom", "Ann", "O"), List.of("O", "B-PER", "B-PER", "I-PER")),
                new TaggedSentence(List.of("#", "\u2028", "\u00a0"), List.of("B-X-Y", "B-X", "O")));
        var first = folder.resolve("first");
        write(from, first, sentences);
        for (var to : TaggedFormat.values()) {
            var second = folder.resolve("second");
            write(to, second, read(from, first, XPOS));
            assertThat(read(to, second, XPOS)).as("%s to %s", from, to).isEqualTo(sentences);
        }
    }

    @Test
    void schemesAreWrittenAsTheyAre() throws IOException {
        var sentences = List.of(
                new TaggedSentence(List.of("Ann", "Lee", "Bob"), List.of("B-PER", "I-PER", "B-PER")),
                new TaggedSentence(List.of("x"), List.of("O")));
        var file = folder.resolve("a");
        write(TaggedFormat.IOB1, file, sentences);
        assertThat(file).hasContent("Ann\tI-PER\nLee\tI-PER\nBob\tB-PER\n\nx\tO\n\n");
        write(TaggedFormat.BILOU, file, sentences);
        assertThat(file).hasContent("Ann\tB-PER\nLee\tL-PER\nBob\tU-PER\n\nx\tO\n\n");
        write(TaggedFormat.CONLLU, file, sentences);
        assertThat(Files.readString(file))
                .startsWith("# sent_id = 1\n# text = Ann Lee Bob\n1\tAnn\t_\t_\tB-PER\t_\t_\t_\t_\t_\n2\tLee\t");
    }

    @ParameterizedTest
    @CsvSource({
        "iob2, O I-PER, 'the tag \"I-PER\" doesn''t follow the scheme IOB2, where \"B-PER\" was expected'",
        "iob1, O B-PER, 'the tag \"B-PER\" doesn''t follow the scheme IOB1, where \"I-PER\" was expected'",
        "bioes, S-PER B-PER, 'the tag \"B-PER\" doesn''t follow the scheme IOBES, where \"S-PER\" was expected'",
        "bilou, U-A I-A, 'the tag \"I-A\" doesn''t follow the scheme BILOU, where \"U-A\" was expected'",
        "iob2, O S-PER, '\"S-PER\" is no tag of the scheme IOB2; correct the file, or name another scheme or column'"
    })
    void aTagThatDoesNotFollowItsSchemeIsNamedWithItsLine(String format, String tags, String problem)
            throws IOException {
        var both = tags.split(" ");
        var file = Files.writeString(
                folder.resolve("a"), "# comment\n\nx O\n\n# text = a b\na " + both[0] + "\nb " + both[1] + "\n");
        var settings = TaggedSettings.DEFAULT;
        assertThatThrownBy(() -> read(TaggedFormat.of(format), file, settings))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageStartingWith(file + ":7: " + problem);
    }

    @Test
    void tagsAreRepairedOnDemand() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "a O\nb I-PER\nc I-LOC\n");
        assertThat(read(TaggedFormat.IOB2, file, TaggedSettings.DEFAULT.withRepair()))
                .containsExactly(new TaggedSentence(List.of("a", "b", "c"), List.of("O", "B-PER", "B-LOC")));
    }

    @Test
    void columnsCanBeChosen() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "1\tAl\tB-ORG\t-\n2\tis\tO\t-\n");
        assertThat(read(TaggedFormat.IOB2, file, TaggedSettings.DEFAULT.withColumns(2, 3)))
                .containsExactly(new TaggedSentence(List.of("Al", "is"), List.of("B-ORG", "O")));
        assertThatThrownBy(() -> TaggedSettings.DEFAULT.withColumns(0, 1))
                .hasMessage("columns count from 1, got 0 for the token and 1 for the tag");
    }

    @Test
    void aNumberSignWithATagIsATokenAndOtherwiseBeginsAComment() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "# newpar\n# O\n# I-X\n# Obama\n1 O\n");
        assertThat(read(TaggedFormat.IOB1, file, TaggedSettings.DEFAULT))
                .containsExactly(new TaggedSentence(List.of("#", "#", "1"), List.of("O", "B-X", "O")));
    }

    @Test
    void wordsOfATreebankAreReadWithOneTag() throws IOException {
        var file = Files.writeString(folder.resolve("a.conllu"), """
                # newdoc
                # text = zum Haus
                1-2\tzum\t_\t_\t_\t_\t_\t_\t_\t_
                1\tzu\tzu\tADP\tAPPR\t_\t3\tcase\t_\t_
                2\tdem\tder\tDET\tART\t_\t3\tdet\t_\t_
                2.1\tx\tx\tX\tX\t_\t_\t_\t_\t_
                3\tHaus\tHaus\tNOUN\tNN\t_\t0\troot\t_\t_

                1\tJa\tja\tINTJ\tITJ\t_\t0\troot\t_\t_
                """);
        assertThat(read(TaggedFormat.CONLLU, file, TaggedSettings.DEFAULT))
                .containsExactly(
                        new TaggedSentence(List.of("zu", "dem", "Haus"), List.of("ADP", "DET", "NOUN")),
                        new TaggedSentence(List.of("Ja"), List.of("INTJ")));
        assertThat(read(TaggedFormat.CONLLU, file, XPOS).get(0).tags()).containsExactly("APPR", "ART", "NN");
        try (var reader = TaggedFormat.CONLLU.open(List.of(file), XPOS)) {
            reader.next();
            assertThat(reader.lineNumber()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1 a, 'a word needs 10 columns, got 1'",
        "'2\ta\t_\t_\t_\t_\t_\t_\t_\t_', 'words count from 1, so 1 was expected, got 2'",
        "'x\ta\t_\t_\t_\t_\t_\t_\t_\t_', 'the first column needs a number such as 3, 3-4 or 3.1, got \"x\"'"
    })
    void aLineThatIsNoWordIsNamed(String line, String problem) throws IOException {
        var file = Files.writeString(folder.resolve("a.conllu"), "# text\n" + line + "\n");
        assertThatThrownBy(() -> read(TaggedFormat.CONLLU, file, XPOS)).hasMessage(file + ":2: " + problem);
    }

    @ParameterizedTest
    @CsvSource({
        "a, '', 'tag 1 of the sentence is empty, and the format has no form for that; correct the text'",
        "'# a', O, 'token 1 of the sentence begins with a number sign and a space, as a comment does: \"# a\"; correct the"
                + " text'",
        "'a\tb', O, 'token 1 of the sentence has a TAB at character 2: \"a\\u0009b\"; '",
        "a, I-PER, 'token 1 of the sentence has the tag \"I-PER\", which doesn''t follow IOB2; read the text by the scheme'"
    })
    void whatColumnsCannotHoldIsRefused(String token, String tag, String problem) {
        var file = folder.resolve("a");
        var format = tag.isEmpty() ? TaggedFormat.TAGS : TaggedFormat.IOB2;
        try (var writer = format.writer(List.of(file), TaggedSettings.DEFAULT)) {
            writer.write(new TaggedSentence(List.of("ok"), List.of("O")));
            var wrong = new TaggedSentence(List.of(token), List.of(tag));
            assertThatThrownBy(() -> writer.write(wrong)).hasMessageStartingWith(file + ":3: " + problem);
        }
    }

    @Test
    void aTagThatIsNoUniversalPartOfSpeechIsNotWrittenAsOne() {
        var file = folder.resolve("a.conllu");
        try (var writer = TaggedFormat.CONLLU.writer(List.of(file), TaggedSettings.DEFAULT)) {
            var sentence = new TaggedSentence(List.of("a"), List.of("B-PER"));
            assertThatThrownBy(() -> writer.write(sentence))
                    .hasMessage(
                            file + ":1: token 1 of the sentence has the tag \"B-PER\", which is no universal part of"
                                    + " speech; let tags be written as XPOS");
            assertThatThrownBy(() -> writer.write(new TaggedSentence(List.of(""), List.of("X"))))
                    .hasMessageContaining("token 1 of the sentence is empty, and the format has no form for that");
            assertThatThrownBy(() -> writer.write(new TaggedSentence(List.of(), List.of())))
                    .hasMessageContaining("the sentence has no token, and columns have no form for that; leave it out");
        }
    }

    private static TaggedSentence sentence(Random random) {
        var length = 1 + random.nextInt(6);
        var tokens = Stream.generate(() -> RandomText.of(random, 1 + random.nextInt(5)))
                .limit(length)
                .toList();
        var spans = new ArrayList<TagSpan>();
        for (var start = random.nextInt(3); start < length; start += 1 + random.nextInt(3)) {
            spans.add(new TagSpan(random.nextBoolean() ? "PER" : "LOC", start, start + 1));
        }
        return new TaggedSentence(tokens, TagScheme.IOB2.tags(spans, length));
    }

    private static void write(TaggedFormat format, Path file, List<TaggedSentence> sentences) {
        try (var writer = format.writer(List.of(file), XPOS)) {
            sentences.forEach(writer::write);
            writer.finish();
        }
    }

    private static List<TaggedSentence> read(TaggedFormat format, Path file, TaggedSettings settings) {
        try (var reader = format.open(List.of(file), settings)) {
            Iterable<TaggedSentence> sentences = () -> reader;
            return StreamSupport.stream(sentences.spliterator(), false).toList();
        }
    }
}
