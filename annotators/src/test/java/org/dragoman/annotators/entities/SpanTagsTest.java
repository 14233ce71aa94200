package org.dragoman.annotators.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.corpora.TagScheme.TagSpan;
import org.junit.jupiter.api.Test;

import java.util.List;

class SpanTagsTest {
    @Test
    void theEndsOfAnEntityHaveTagsOfTheirOwn() {
        var spans = List.of(new TagSpan("PER", 0, 1), new TagSpan("ORG", 1, 4), new TagSpan("LOC", 5, 7));
        var tags = List.of("S-PER", "B-ORG", "I-ORG", "E-ORG", "O", "B-LOC", "E-LOC", "O");
        assertThat(SpanTags.of(spans, 8)).isEqualTo(tags);
        assertThat(SpanTags.spans(tags)).isEqualTo(spans);
    }
}
