package org.dragoman.annotators.sequences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "I don't know Tom's 3.5 km.#i do n't know tom 's 0.0 km .",
                "a co @-@ production of 1 @,@ 000 <unk>#a co - production of 0,000 <unk>",
                "he didn 't see#he did n't see",
                "Wait ... what?!#wait ... what ? !"
            })
    void wordsAreCutAsInTheTreebank(String line, String words) {
        assertThat(PlainText.words(line)).containsExactly(words.split(" "));
    }

    @Test
    void onlyTheFirstColumnIsRead() {
        assertThat(PlainText.words("Go on.\tMach weiter.")).containsExactly("go", "on", ".");
    }
}
