package org.dragoman.annotators.pos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class WordTagsTest {
    /** Expected tags as in the guidelines of Universal Dependencies for English. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "dog;NOUN;NOUN",
                "do n't;AUX+PART;AUX PART",
                "it 's;PRON+AUX;PRON AUX",
                "du n no;AUX+PART+VERB;AUX PART VERB",
                "dont;AUX+PART;AUX", // one word for us, so the first tag
                "do n't;AUX;AUX PART",
                "we 'll;PRON;PRON AUX",
                "you ’re;PRON;PRON AUX",
                "she 's;PRON;PRON AUX",
                "there 's;ADV;ADV AUX",
                "Google 's;PROPN;PROPN PART",
                "parents ';NOUN;NOUN PART",
                "I 'd 've;PRON+AUX;PRON AUX AUX",
                "can not;AUX;AUX PART"
            })
    void eachWordHasATagOfItsOwn(String words, String tag, String expected) {
        assertThat(WordTags.ENGLISH.of(List.of(words.split(" ")), tag)).containsExactly(expected.split(" "));
    }

    /** Expected tags as in the guidelines of Universal Dependencies for German and French. */
    @ParameterizedTest
    @CsvSource({
        "GERMAN, zu dem, ADP+DET, ADP DET",
        "GERMAN, in das, ADP, ADP DET",
        "FRENCH, de les, ADP, ADP DET",
        "FRENCH, à lequel, ADP, ADP PRON"
    })
    void aPrepositionIsFollowedByAnArticleOrPronoun(WordTags wordTags, String words, String tag, String expected) {
        assertThat(wordTags.of(List.of(words.split(" ")), tag)).containsExactly(expected.split(" "));
    }
}
