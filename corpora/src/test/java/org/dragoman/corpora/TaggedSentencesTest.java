package org.dragoman.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class TaggedSentencesTest {

    @Test
    void sentencesAreDividedByEmptyLines() {
        try (var sentences = read("Tom\tB-PER\nsings\tO\n\n\nRome\tB-LOC")) {
            assertThat(sentences.next()).isEqualTo(new TaggedSentence(List.of("Tom", "sings"), List.of("B-PER", "O")));
            assertThat(sentences.next()).isEqualTo(new TaggedSentence(List.of("Rome"), List.of("B-LOC")));
            assertThat(sentences.hasNext()).isFalse();
        }
    }

    /** WikiGold has three such tokens. */
    @Test
    void aNumberSignIsATokenWhereItHasATag() {
        try (var sentences = read("# text = # 1\nHit O\n# O\n1 O\n\n# O\n2 O\n\n# B-X\n")) {
            assertThat(sentences.next().tokens()).containsExactly("Hit", "#", "1");
            assertThat(sentences.next().tokens()).containsExactly("#", "2");
            assertThat(sentences.next().tags()).containsExactly("B-X");
        }
    }

    @Test
    void aLineWithTooFewColumnsIsNamed() {
        try (var sentences = read("Tom B-PER\nsings\n")) {
            assertThatThrownBy(sentences::hasNext).hasMessage("memory:2: a line needs 2 columns, got 1");
        }
    }

    private static TaggedSentences read(String text) {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new TaggedSentences(Lines.of(in, "memory"), 1, TaggedSentences.LAST);
    }
}
