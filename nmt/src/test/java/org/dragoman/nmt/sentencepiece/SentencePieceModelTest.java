package org.dragoman.nmt.sentencepiece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.nmt.text.Piece;
import org.dragoman.pipeline.Span;
import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class SentencePieceModelTest {
    /** By hand: the whole is -3, the best of parts -2 - 1.5. */
    private static final SentencePieceModel UNIGRAM = model(new ModelBytes()
            .piece("<unk>", 0, 2)
            .piece("</s>", 0, 3)
            .piece("\u2581", -2, 1)
            .piece("ab", -1.5f, 1)
            .piece("\u2581ab", -3, 1)
            .piece("b", -4, 1)
            .piece("[x]", 0, 4));

    @Test
    void takesTheMostProbablePiecesAndKnowsTheirCharacters() {
        assertThat(UNIGRAM.encode("ab  abb"))
                .containsExactly(
                        new Piece("\u2581ab", new Span(0, 2)),
                        new Piece("\u2581ab", new Span(4, 6)),
                        new Piece("b", new Span(6, 7)));
    }

    @Test
    void unknownCharactersInARowAreOnePiece() {
        assertThat(UNIGRAM.encode("abü\uD83D\uDE00b"))
                .containsExactly(
                        new Piece("\u2581ab", new Span(0, 2)),
                        new Piece("ü\uD83D\uDE00", new Span(2, 5)),
                        new Piece("b", new Span(5, 6)));
    }

    @Test
    void aSurrogateWithoutPartnerBecomesAReplacementCharacter() {
        assertThat(UNIGRAM.encode("ab\uD83D"))
                .containsExactly(new Piece("\u2581ab", new Span(0, 2)), new Piece("\uFFFD", new Span(2, 3)));
    }

    @Test
    void aUserDefinedPieceIsAlwaysTaken() {
        assertThat(UNIGRAM.encode("ab[x]ab")).extracting(Piece::text).containsExactly("\u2581ab", "[x]", "ab");
    }

    @Test
    void whatStandsForNoTextHasNone() {
        assertThat(UNIGRAM.decode(List.of("\u2581ab", "b", "</s>", "\u2581ab"))).isEqualTo("abb ab");
        assertThat(UNIGRAM.decode(List.of("\u2581ab", "<unk>", "new"))).isEqualTo("ab \u2047 new");
        assertThat(UNIGRAM.decode(List.of())).isEmpty();
    }

    @Test
    void theVocabularyIsThatOfTheFile() {
        assertThat(UNIGRAM.pieces())
                .hasSize(7)
                .startsWith(
                        new StoredPiece("<unk>", 0, StoredPiece.Type.UNKNOWN),
                        new StoredPiece("</s>", 0, StoredPiece.Type.CONTROL))
                .endsWith(new StoredPiece("[x]", 0, StoredPiece.Type.USER_DEFINED));
    }

    @Test
    void mergesPairsByScoreFromTheLeft() {
        var bpe = model(new ModelBytes()
                .piece("<unk>", 0, 2)
                .piece("ab", 0, 1)
                .piece("bc", -1, 1)
                .piece("aa", -2, 1)
                .piece("\u2581a", -3, 1)
                .type(2));

        // "bc" can't be once "ab" is; of three a the first two are joined before the mark is joined with the first
        assertThat(bpe.encode("abcaaa")).extracting(Piece::text).containsExactly("\u2581", "ab", "c", "aa", "a");
    }

    @Test
    void aPairIsForgottenOnceOneOfItIsMergedWithAnother() {
        var bpe = model(new ModelBytes()
                .piece("<unk>", 0, 2)
                .piece("xa", 0, 1)
                .piece("bc", -1, 1)
                .piece("ab", -2, 1)
                .type(2));

        assertThat(bpe.encode("xabc")).extracting(Piece::text).containsExactly("\u2581", "xa", "bc");
    }

    @Test
    void theFileComesBackByteForByte(@TempDir Path folder) throws IOException {
        var original = Recording.resource("bpe-bytes.model");

        SentencePieceModel.read(original).write(folder.resolve("target.spm"));

        assertThat(folder.resolve("target.spm")).hasSameBinaryContentAs(original);
    }

    @Test
    void manyThreadsShareAModel() {
        var model = SentencePieceModel.read(Recording.resource("unigram-bytes.model"));
        var texts = IntStream.range(0, 200)
                .mapToObj(seed -> RandomText.of(new Random(seed), 100))
                .toList();
        var expected = texts.stream().map(model::encode).toList();

        var all = IntStream.range(0, 4000)
                .parallel()
                .filter(i -> !model.encode(texts.get(i % 200)).equals(expected.get(i % 200)))
                .boxed()
                .toList();

        assertThat(all).isEmpty();
    }

    @Timeout(20)
    @ParameterizedTest
    @ValueSource(strings = {"unigram", "unigram-bytes", "bpe", "bpe-bytes"})
    void aTextOfAMillionCharactersIsNoHardship(String name) {
        var model = SentencePieceModel.read(Recording.resource(name + ".model"));

        assertThat(model.encode("tokba".repeat(200_000))).hasSizeGreaterThan(100_000);
        assertThat(model.encode("\uD83D".repeat(500_000))).isNotEmpty();
        assertThat(model.encode(" ".repeat(500_000) + "tok")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | its type is 'word'; only unigram and BPE models can be read",
                "4 | its type is 'char'; only unigram and BPE models can be read",
                "9 | its type is the unknown 9, expected 1 to 4",
            })
    void refusesModelsOfOtherTypesByName(int type, String fault) {
        refuses(new ModelBytes().piece("<unk>", 0, 2).type(type), fault);
    }

    @Test
    void refusesPiecesThatContradictEachOther() {
        refuses(new ModelBytes(), "none of its 0 pieces is the unknown one");
        refuses(new ModelBytes().piece("a", -1, 1), "none of its 1 pieces is the unknown one");
        refuses(new ModelBytes().piece("<unk>", 0, 2).piece("?", 0, 2), "it has two unknown pieces, '<unk>' and '?'");
        refuses(new ModelBytes().piece("a", -1, 1).piece("a", -2, 5), "the piece 'a' is there twice");
        refuses(new ModelBytes().piece("", -1, 1), "a piece has no text");
        refuses(new ModelBytes().piece("a", Float.NaN, 1), "the piece 'a' has the score NaN");
        refuses(new ModelBytes().piece("a", -1, 7), "a piece has the type 7, expected 1 to 6");
        refuses(
                new ModelBytes().piece("<0x4G>", 0, 6),
                "the piece '<0x4G>' is of type byte; it should look like <0x3F>");
        refuses(
                new ModelBytes().piece("<unk>", 0, 2).piece("<0x41>", 0, 6),
                "it has pieces for 1 of 256 bytes, but does not fall back to bytes");
    }

    @Test
    void refusesCharacterMapsThatCannotBe() {
        refusesMap(new byte[] {4, 0, 0, 0}, "its character map has only 4 bytes");
        refusesMap(map(400, 0, "a\0"), "the trie of its character map has 400 bytes, but the map has 10");
        refusesMap(map(4, 0, "a"), "the last replacement of its character map has no end");
        refusesMap(
                map(4, 1 << 31 | 2, "a\0"),
                "a rule of its character map points to byte 2 of the replacements, which have 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CharacterMap(map(4, 0, "x".repeat(1001) + "\0")))
                .withMessage("a replacement of its character map has more than 1000 bytes");
    }

    private static byte[] map(int size, int unit, String replacements) {
        return ByteBuffer.allocate(8 + replacements.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .putInt(unit)
                .put(replacements.getBytes())
                .array();
    }

    private static void refusesMap(byte[] map, String fault) {
        refuses(new ModelBytes().piece("<unk>", 0, 2).characterMap(map), fault);
    }

    @Test
    void refusesFilesThatAreNoModels(@TempDir Path folder) throws IOException {
        var file = folder.resolve("source.spm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SentencePieceModel.read(file))
                .withMessage("there is no file " + file);

        Files.writeString(file, "<html>not found</html>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SentencePieceModel.read(file))
                .withMessage(file + " is no model of SentencePiece that can be used:"
                        + " field 7 before byte 1 has the unknown wire type 4");

        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((1 << 24) + 1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SentencePieceModel.read(file))
                .withMessage(file + " is no model of SentencePiece that can be used:"
                        + " it has 16777217 bytes, more than the 16777216 that a model may have");
    }

    private static SentencePieceModel model(ModelBytes bytes) {
        return SentencePieceModel.parse("test.spm", bytes.bytes());
    }

    private static void refuses(ModelBytes bytes, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model(bytes))
                .withMessage("test.spm is no model of SentencePiece that can be used: " + fault);
    }
}
