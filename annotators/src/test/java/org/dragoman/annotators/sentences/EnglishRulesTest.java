package org.dragoman.annotators.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;

/** The rules alone: a boundary is marked by a bar, and the rules are asked with a model that always says the opposite. */
class EnglishRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr. Who",
                "i.e. this",
                "p. 55",
                "No. 7",
                "Co. at",
                "St. Louis",
                "Yahoo! Games",
                "N°. 12",
                "left [...] out",
                "Ft. Worth",
                "Albert I. Jones",
                "etc. and",
                "great.' she",
                "engineer.) at",
                "end. :-)",
                "end. [12]",
                "end. . .",
                "left . . . out",
                "1. The"
            })
    void aSentenceGoesOn(String text) {
        assertThat(marked(text, true)).doesNotContain("|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Inc.| It",
                "U.S.| How",
                "and I.| Did",
                "Main St.| He",
                "1. One| 2. Two",
                "(a) one| (b) two",
                "• one| • two",
                "Yes. :-)| Then",
                "Yes. [1]| Then",
                "JFK Jr.'| \"The"
            })
    void aSentenceEnds(String text) {
        assertThat(marked(text.replace("|", ""), false)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It rains. Take", "U.S. Government", "that.... She", "no. Then"})
    void theModelDecidesTheRest(String text) {
        assertThat(marked(text, true)).contains("|");
        assertThat(marked(text, false)).doesNotContain("|");
    }

    private static String marked(String text, boolean otherwise) {
        var splitter = new SentenceSplitter(
                SentenceUnit.PARAGRAPH,
                new RuledBoundary(
                        new EnglishRules(), gap -> otherwise && gap.leftChunk().matches(".*[.!?].*")));
        return splitter.split(text).stream().map(span -> span.textIn(text)).collect(Collectors.joining("| "));
    }
}
