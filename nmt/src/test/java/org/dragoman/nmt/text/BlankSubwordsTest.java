package org.dragoman.nmt.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.Span;
import org.junit.jupiter.api.Test;

class BlankSubwordsTest extends SubwordsContract {

    @Override
    protected Subwords subwords() {
        return new BlankSubwords();
    }

    @Test
    void everythingBetweenWhiteSpaceIsAPiece() {
        assertThat(subwords().split(" a\t\u2581bc  d"))
                .containsExactly(
                        new Piece("a", new Span(1, 2)),
                        new Piece("\u2581bc", new Span(3, 6)),
                        new Piece("d", new Span(8, 9)));
    }
}
