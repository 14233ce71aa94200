package org.dragoman.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class SentenceTest {
    /** Two tokens and three words, no token, one token and one word. */
    private final Document document = Document.of("d1", "Zum Zug  ~~  Ja")
            .with(Layers.SENTENCES, List.of(new Span(0, 7), new Span(9, 11), new Span(13, 15)))
            .with(Layers.TOKENS, List.of(new Span(0, 3), new Span(4, 7), new Span(13, 15)))
            .with(Layers.WORDS, List.of(new Word("Zu", 0), new Word("dem", 0), new Word("Zug", 1), new Word("Ja", 2)));

    @Test
    void knowsItsTokensAndWords() {
        var sentences = Sentence.in(document);
        assertThat(sentences)
                .containsExactly(
                        new Sentence(new Span(0, 7), 0, 2, 0, 3),
                        new Sentence(new Span(9, 11), 2, 2, 3, 3),
                        new Sentence(new Span(13, 15), 2, 3, 3, 4));
        assertThat(sentences.get(0).wordsOf(document.get(Layers.WORDS)))
                .extracting(Word::form)
                .containsExactly("Zu", "dem", "Zug");
        assertThat(sentences.get(2).tokensOf(document.get(Layers.TOKENS))).containsExactly(new Span(13, 15));
    }

    @Test
    void saysWhichTokenIsNotInsideOneSentence() {
        var across = document.without(Layers.SENTENCES).with(Layers.SENTENCES, List.of(new Span(0, 5)));
        assertThatThrownBy(() -> Sentence.in(across))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("document 'd1': token 1 [4, 7) \"Zug\" is not inside one sentence");
    }
}
