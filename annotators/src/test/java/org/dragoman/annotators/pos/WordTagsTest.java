package org.dragoman.annotators.pos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class WordTagsTest {
    /** Expected tags as in the guidelines of Universal Dependencies for German and French. */
    @ParameterizedTest
    @CsvSource({
        "GERMAN, zu dem, ADP+DET, ADP DET",
        "GERMAN, in das, ADP, ADP DET",
        "GERMAN, zum, ADP+DET, ADP",
        "FRENCH, de les, ADP, ADP DET",
        "FRENCH, à lequel, ADP, ADP PRON"
    })
    void aPrepositionIsFollowedByAnArticleOrPronoun(WordTags wordTags, String words, String tag, String expected) {
        assertThat(wordTags.of(List.of(words.split(" ")), tag)).containsExactly(expected.split(" "));
    }
}
