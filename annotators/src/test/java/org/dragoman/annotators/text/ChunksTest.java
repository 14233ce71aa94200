package org.dragoman.annotators.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

class ChunksTest {
    @Test
    void chunksStandBetweenWhiteSpace() {
        assertThat(chunks("  ab c\r\n\td ", new Span(0, 11)))
                .containsExactly(new Span(2, 4), new Span(5, 6), new Span(9, 10));
    }

    @Test
    void aPartOfATextCutsItsChunks() {
        assertThat(chunks("abc def", new Span(1, 5))).containsExactly(new Span(1, 3), new Span(4, 5));
    }

    /** The code points with the property White_Space in Unicode 15's PropList, one of each kind. */
    @ParameterizedTest
    @ValueSource(
            chars = {
                '\t', '\n', '\u000b', '\f', '\r', ' ', '\u0085', '\u00a0', '\u1680', '\u2000', '\u200a', '\u2028',
                '\u2029', '\u202f', '\u205f', '\u3000'
            })
    void everyWhiteSpaceOfUnicodeSeparates(char space) {
        assertThat(chunks("a" + space + "b", new Span(0, 3))).containsExactly(new Span(0, 1), new Span(2, 3));
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u200b', '\u200d', '\u2060', '\ufeff', '\u0000'})
    void whatIsOnlyInvisibleDoesNotSeparate(char invisible) {
        assertThat(chunks("a" + invisible + "b", new Span(0, 3))).containsExactly(new Span(0, 3));
    }

    @Test
    void thereIsNoChunkAfterTheLast() {
        var chunks = new Chunks(" \n");
        assertThat(chunks).isExhausted();
        assertThatThrownBy(chunks::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no chunk after offset 2");
    }

    private static List<Span> chunks(String text, Span within) {
        var chunks = new ArrayList<Span>();
        new Chunks(text, within).forEachRemaining(chunks::add);
        return chunks;
    }
}
