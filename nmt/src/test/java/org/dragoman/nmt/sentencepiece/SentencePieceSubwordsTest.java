package org.dragoman.nmt.sentencepiece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.Subwords;
import org.dragoman.nmt.text.SubwordsContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class SentencePieceSubwordsTest {
    private static final SentencePieceModel UNIGRAM = model("unigram");
    private static final SentencePieceModel BPE = model("bpe");

    @Nested
    class WithPiecesThatBeginWithSpaces extends SubwordsContract {
        @Override
        protected Subwords subwords() {
            var model = model("unigram-identity");
            return new SentencePieceSubwords(model, model);
        }
    }

    @Nested
    class WithPiecesThatEndWithSpaces extends SubwordsContract {
        @Override
        protected Subwords subwords() {
            var model = model("bpe-suffix");
            return new SentencePieceSubwords(model, model);
        }
    }

    @Nested
    class WithBytesAndPiecesOfSpacesAlone extends SubwordsContract {
        @Override
        protected Subwords subwords() {
            var model = model("bpe-bytes");
            return new SentencePieceSubwords(model, model);
        }
    }

    @Test
    void theSourcesModelSplitsSourcesAndTheTargetsModelTargets() {
        var subwords = new SentencePieceSubwords(UNIGRAM, BPE);
        var sentence = "Tokba sen, no.";

        assertThat(subwords.split(sentence)).isEqualTo(UNIGRAM.encode(sentence));
        assertThat(subwords.splitTarget(sentence))
                .isEqualTo(BPE.encode(sentence))
                .isNotEqualTo(UNIGRAM.encode(sentence));
    }

    @Test
    void theTargetsModelJoins() {
        var withBytes = new SentencePieceSubwords(UNIGRAM, model("bpe-bytes"));
        var without = new SentencePieceSubwords(model("bpe-bytes"), UNIGRAM);

        assertThat(withBytes.join(List.of("\u2581a", "<0xC3>", "<0xA9>"))).isEqualTo("aé");
        assertThat(without.join(List.of("\u2581a", "<0xC3>", "<0xA9>"))).isEqualTo("a<0xC3><0xA9>");
    }

    @Test
    void aPieceThatTheTargetsModelDoesNotKnowIsTextAllTheSame() {
        var subwords = new SentencePieceSubwords(UNIGRAM, UNIGRAM);

        assertThat(subwords.join(List.of("\u2581zzz", "\u2581no", "\u2581"))).isEqualTo("zzz no");
    }

    @Test
    void aFolderKeepsBothModels(@TempDir Path folder) {
        new SentencePieceSubwords(UNIGRAM, BPE).save(folder);

        var loaded = SentencePieceSubwords.load(folder);

        assertThat(folder.resolve("source.spm")).hasSameBinaryContentAs(Recording.resource("unigram.model"));
        assertThat(folder.resolve("target.spm")).hasSameBinaryContentAs(Recording.resource("bpe.model"));
        assertThat(loaded.split("sen tok").stream().map(Piece::text)).isNotEmpty();
        assertThat(loaded.target().pieces()).isEqualTo(BPE.pieces());
    }

    @Test
    void refusesAFolderThatLacksAModel(@TempDir Path folder) {
        UNIGRAM.write(folder.resolve("source.spm"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SentencePieceSubwords.load(folder))
                .withMessage("there is no file " + folder.resolve("target.spm"));
    }

    private static SentencePieceModel model(String name) {
        return SentencePieceModel.read(Recording.resource(name + ".model"));
    }
}
