package org.dragoman.nmt.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.pipeline.Span;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class BpeSubwordsTest {
    private static final Bpe MERGES = new Bpe(List.of(
            new Bpe.Merge("l", "o"),
            new Bpe.Merge("lo", "w"),
            new Bpe.Merge("e", "r</w>"),
            new Bpe.Merge("\uFFED", "!</w>"),
            new Bpe.Merge("@", "@</w>")));

    @Nested
    class OnRawText extends SubwordsContract {
        private final Subwords subwords = new BpeSubwords(MERGES, Pretokenizer.JOINER);

        @Override
        protected Subwords subwords() {
            return subwords;
        }

        @Test
        void piecesKnowTheirCharacters() {
            assertThat(subwords.split("lower!?"))
                    .containsExactly(
                            new Piece("low@@", new Span(0, 3)),
                            new Piece("er", new Span(3, 5)),
                            new Piece("￭!", new Span(5, 6)),
                            new Piece("￭@@", new Span(6, 6)), // a mark alone stands for no character
                            new Piece("?", new Span(6, 7)));
        }

        @Test
        void anEscapedCharacterBelongsToTheFirstOfItsPieces() {
            assertThat(subwords.split("\uFFED"))
                    .containsExactly(new Piece("\uFFEE@@", new Span(0, 1)), new Piece("j", new Span(1, 1)));
        }

        @Test
        void doubledAtSignsComeBack() {
            for (var sentence : List.of("@@", "a@@ b", "a@@b", "@@ @@", "@ @@@ @", "x@")) {
                assertThat(subwords.join(texts(sentence))).isEqualTo(sentence);
            }
        }

        @Test
        void whatNoSentenceGivesIsJoinedAllTheSame() {
            assertThat(subwords.join(List.of("low@@"))).isEqualTo("low");
            assertThat(subwords.join(List.of("@@", "low", "@@"))).isEqualTo("low");
            assertThat(subwords.join(List.of("￭@@", "￭", "￭", "low"))).isEqualTo("low");
            assertThat(subwords.join(List.of("<unk>", "low"))).isEqualTo("<unk> low");
        }
    }

    @Nested
    class OnTokenisedText extends SubwordsContract {
        private final Subwords subwords = new BpeSubwords(MERGES, Pretokenizer.NONE);

        @Override
        protected Subwords subwords() {
            return subwords;
        }

        @Test
        void doubledAtSignsComeBack() {
            for (var sentence : List.of("@@", "a@@ b", "a@@b", "@@ @@", "@ @@@ @", "x@", "x@@\uFFEE", "\uFFEE")) {
                assertThat(subwords.join(texts(sentence))).isEqualTo(sentence);
            }
        }
    }

    @Test
    void learnsFromSentencesAsTheyAreSplit() {
        var subwords = BpeSubwords.learn(Stream.of("so!", "no!", "go!"), Pretokenizer.JOINER, 1);

        assertThat(subwords.bpe().merges()).containsExactly(new Bpe.Merge("\uFFED", "!</w>"));
        assertThat(subwords.pretokenizer()).isEqualTo(Pretokenizer.JOINER);
    }

    @Test
    void aFolderKeepsTheMerges(@TempDir Path folder) {
        new BpeSubwords(MERGES, Pretokenizer.JOINER).save(folder);

        var loaded = BpeSubwords.load(folder, Pretokenizer.JOINER);

        assertThat(folder.resolve("bpe.txt")).exists();
        assertThat(loaded.bpe().merges()).isEqualTo(MERGES.merges());
    }

    @Test
    void aPieceHasText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Piece("", new Span(2, 3)))
                .withMessage("a piece at [2, 3) has no text");
    }
}
