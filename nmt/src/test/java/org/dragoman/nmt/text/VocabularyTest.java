package org.dragoman.nmt.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

class VocabularyTest {
    private static final String SPECIALS = "<pad>\n<unk>\n<s>\n</s>\n";

    @TempDir
    Path folder;

    @Test
    void theSpecialPiecesComeFirstThenTheMostFrequent() {
        var vocabulary = Vocabulary.of(Map.of("a", 3L, "b", 9L, "c", 1L), 1, 100);

        assertThat(vocabulary.pieces()).containsExactly("<pad>", "<unk>", "<s>", "</s>", "b", "a", "c");
        assertThat(vocabulary.piece(Vocabulary.PADDING)).isEqualTo("<pad>");
        assertThat(vocabulary.piece(Vocabulary.UNKNOWN)).isEqualTo("<unk>");
        assertThat(vocabulary.piece(Vocabulary.START)).isEqualTo("<s>");
        assertThat(vocabulary.piece(Vocabulary.END)).isEqualTo("</s>");
    }

    @Test
    void equallyFrequentPiecesAreInCodePointOrder() {
        var vocabulary = Vocabulary.of(Map.of("😀", 1L, "\uFFED", 1L, "a", 1L, "B", 1L), 1, 100);

        assertThat(vocabulary.pieces().subList(4, 8)).containsExactly("B", "a", "\uFFED", "😀");
    }

    @Test
    void rarePiecesAndThoseBeyondTheSizeAreLeftOut() {
        var counts = Map.of("a", 3L, "b", 9L, "c", 1L);

        assertThat(Vocabulary.of(counts, 2, 100).pieces()).endsWith("b", "a").hasSize(6);
        assertThat(Vocabulary.of(counts, 1, 5).pieces()).endsWith("b").hasSize(5);
        assertThat(Vocabulary.of(counts, 1, 4).size()).isEqualTo(4);
    }

    @Test
    void piecesAreCounted() {
        assertThat(Vocabulary.of(Stream.of("x", "y", "y", "z"), 1, 100).pieces())
                .endsWith("y", "x", "z");
    }

    @Test
    void aPieceAndItsNumberBelongTogether() {
        var vocabulary = Vocabulary.of(Map.of("a", 3L, "b", 9L), 1, 100);

        assertThat(vocabulary.id("b")).isEqualTo(4);
        assertThat(vocabulary.id("a")).isEqualTo(5);
        assertThat(vocabulary.piece(5)).isEqualTo("a");
        assertThat(vocabulary.id("zzz")).isEqualTo(Vocabulary.UNKNOWN);
    }

    @Test
    void textThatIsWrittenLikeASpecialPieceIsUnknown() {
        var vocabulary = Vocabulary.of(Map.of("</s>", 100L, "a", 1L), 1, 100);

        assertThat(vocabulary.pieces()).containsExactly("<pad>", "<unk>", "<s>", "</s>", "a");
        assertThat(Stream.of("<pad>", "<unk>", "<s>", "</s>").map(vocabulary::id))
                .containsOnly(Vocabulary.UNKNOWN);
    }

    @Test
    void theSpecialNumbersAreKnown() {
        assertThat(Stream.of(-1, 0, 1, 2, 3, 4).map(Vocabulary::isSpecial))
                .containsExactly(false, true, true, true, true, false);
    }

    @Test
    void aFileHasAPieceALine() {
        var file = folder.resolve("en.vocab");
        var vocabulary = Vocabulary.of(Map.of("a", 3L, "\u2028 b", 9L), 1, 100);

        vocabulary.save(file);

        assertThat(file).hasContent(SPECIALS + "\u2028 b\na\n");
        assertThat(Vocabulary.load(file)).isEqualTo(vocabulary).hasSameHashCodeAs(vocabulary);
    }

    @Test
    void theFingerprintIsOfTheFile() throws IOException {
        // printf '<pad>\n<unk>\n<s>\n</s>\nthe\n' | sha256sum
        var vocabulary = Vocabulary.load(file(SPECIALS + "the\n"));

        assertThat(vocabulary.fingerprint()).isEqualTo("c399336d");
        assertThat(vocabulary).hasToString("c399336d (5 entries)");
        assertThat(Vocabulary.load(file(SPECIALS + "then\n")).fingerprint()).isNotEqualTo("c399336d");
    }

    @Test
    void aMissingLastLineEndAndThoseOfWindowsAreUnderstood() throws IOException {
        var expected = Vocabulary.of(Map.of("the", 1L), 1, 100);

        assertThat(Vocabulary.load(file(SPECIALS + "the"))).isEqualTo(expected);
        assertThat(Vocabulary.load(file((SPECIALS + "the\n").replace("\n", "\r\n"))))
                .isEqualTo(expected);
    }

    @Test
    void refusesAFileWithoutTheSpecialPieces() throws IOException {
        var swapped = file("<unk>\n<pad>\n<s>\n</s>\nthe\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.load(swapped))
                .withMessage(
                        "en.vocab:1: expected \"<pad>\", got \"<unk>\"; a vocabulary starts with the lines <pad> <unk> <s> </s>");

        var cut = file("<pad>\n<unk>\n<s>\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.load(cut))
                .withMessage(
                        "en.vocab:4: expected \"</s>\", got the end of the file; a vocabulary starts with the lines <pad> <unk> <s> </s>");
    }

    @Test
    void refusesARepeatedPiece() throws IOException {
        var file = file(SPECIALS + "the\na\nthe\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.load(file))
                .withMessage("en.vocab:7: \"the\" stands on line 5 already; remove one of the two");

        var special = file(SPECIALS + "the\n<s>\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.load(special))
                .withMessage("en.vocab:6: \"<s>\" stands on line 3 already; remove one of the two");
    }

    @Test
    void refusesAnEmptyLine() throws IOException {
        var file = file(SPECIALS + "the\n\na\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.load(file))
                .withMessage("en.vocab:6: an empty line, where a piece was expected");
    }

    @Test
    void refusesAPieceThatAFileCannotHold() {
        for (var piece : new String[] {"a\nb", "a\r", "\uD83D"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Vocabulary.of(Map.of(piece, 1L), 1, 100))
                    .withMessage(
                            "vocabulary:5: a piece can't have a line break or half a surrogate pair, since it is stored as a line of "
                                    + "UTF-8, got \"" + piece + "\"");
        }
    }

    @Test
    void refusesASizeWithoutRoomForTheSpecialPieces() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.of(Map.of("a", 1L), 1, 3))
                .withMessage("the maximum size must be at least 4, for the special pieces, got 3");
    }

    @Test
    void refusesANumberThatNoPieceHas() {
        var vocabulary = Vocabulary.of(Map.of("a", 1L), 1, 100);

        for (int id : new int[] {-1, 5}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> vocabulary.piece(id))
                    .withMessage("a piece of this vocabulary has a number from 0 to 4, got " + id);
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("en.vocab"), text);
    }
}
