package org.dragoman.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.TagScheme.TagSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

class TagSchemeTest {

    // One sentence by hand: PER of two tokens, PER of one directly behind it, outside, LOC of three, ORG of one
    // directly behind.
    @ParameterizedTest
    @CsvSource({
        "IOB1,  I-PER I-PER B-PER O I-LOC I-LOC I-LOC I-ORG",
        "IOB2,  B-PER I-PER B-PER O B-LOC I-LOC I-LOC B-ORG",
        "IOBES, B-PER E-PER S-PER O B-LOC I-LOC E-LOC S-ORG",
        "BILOU, B-PER L-PER U-PER O B-LOC I-LOC L-LOC U-ORG"
    })
    void entitiesAreWrittenAsTheSchemeSays(TagScheme scheme, String tags) {
        var spans = List.of(
                new TagSpan("PER", 0, 2), new TagSpan("PER", 2, 3), new TagSpan("LOC", 4, 7), new TagSpan("ORG", 7, 8));
        assertThat(scheme.tags(spans, 8)).containsExactly(tags.split(" "));
        assertThat(scheme.spans(List.of(tags.split(" ")))).isEqualTo(spans);
        assertThat(scheme.firstFault(List.of(tags.split(" ")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = TagScheme.class, mode = EnumSource.Mode.EXCLUDE, names = "IOE1") // which is read only
    void everySetOfEntitiesComesBack(TagScheme scheme) {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++) {
            var length = random.nextInt(12);
            var spans = spans(random, length);
            var tags = scheme.tags(spans, length);
            assertThat(tags).hasSize(length);
            assertThat(scheme.spans(tags)).isEqualTo(spans);
            assertThat(scheme.repairedSpans(tags)).as("nothing to repair").isEqualTo(spans);
            for (var other : EnumSet.complementOf(EnumSet.of(TagScheme.IOE1))) {
                var there = other.tags(scheme.spans(tags), length);
                assertThat(scheme.tags(other.spans(there), length)).isEqualTo(tags);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = TagScheme.class, mode = EnumSource.Mode.EXCLUDE, names = "IOE1") // which is read only
    void whatIsRepairedFollowsTheScheme(TagScheme scheme) {
        var random = new Random(8);
        var kinds = scheme == TagScheme.BILOU
                ? "BILU"
                : scheme == TagScheme.IOBES ? "BIES" : scheme == TagScheme.IOE2 ? "IE" : "BI";
        for (var i = 0; i < 2_000; i++) {
            var tags = new ArrayList<String>();
            for (var rest = random.nextInt(8); rest > 0; rest--) {
                var kind = kinds.charAt(random.nextInt(kinds.length()));
                tags.add(random.nextInt(3) == 0 ? "O" : kind + "-" + (random.nextBoolean() ? "A" : "B"));
            }
            var repaired = scheme.tags(scheme.repairedSpans(tags), tags.size());
            assertThat(scheme.firstFault(repaired)).isEmpty();
            for (var token = 0; token < tags.size(); token++) {
                assertThat(repaired.get(token).equals("O"))
                        .isEqualTo(tags.get(token).equals("O"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IOB1,  O B-PER,              1", // B without an entity before
        "IOB1,  I-PER O B-PER,        2",
        "IOB2,  O I-PER,              1",
        "IOB2,  B-PER I-LOC,          1",
        "IOBES, B-PER O,              0", // no end
        "IOBES, E-PER,                0",
        "IOBES, S-PER I-PER E-PER,    1",
        "BILOU, B-PER I-PER U-PER,    0",
        "IOB2,  BPER,                 0" // no hyphen
    })
    void theFirstWrongTagIsFound(TagScheme scheme, String tags, int token) {
        assertThat(scheme.firstFault(List.of(tags.split(" ")))).hasValue(token);
    }

    // As conlleval: a change of type begins an entity, and so does an I, E or L behind O.
    @ParameterizedTest
    @CsvSource({
        "IOB2,  O I-PER I-PER I-LOC,  O B-PER I-PER B-LOC",
        "IOB1,  B-PER I-PER B-PER,    B-PER I-PER B-PER",
        "IOBES, B-PER O I-LOC E-PER,  B-PER O B-LOC B-PER",
        "BILOU, B-PER O L-LOC U-LOC,  B-PER O B-LOC B-LOC"
    })
    void wrongTagsAreRepairedAsConllevalReadsThem(TagScheme scheme, String tags, String iob2) {
        var spans = scheme.repairedSpans(List.of(tags.split(" ")));
        assertThat(TagScheme.IOB2.tags(spans, tags.split(" ").length)).containsExactly(iob2.split(" "));
    }

    @Test
    void entitiesThatOverlapOrDoNotFitAreRefused() {
        assertThatThrownBy(() -> TagScheme.IOB2.tags(List.of(new TagSpan("A", 0, 2), new TagSpan("A", 1, 3)), 3))
                .hasMessageStartingWith("entities must follow one another within the 3 tokens of their sentence, got ");
        assertThatThrownBy(() -> TagScheme.IOB2.tags(List.of(new TagSpan("A", 2, 4)), 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TagScheme.IOB2.tags(List.of(new TagSpan("A", 1, 1)), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<TagSpan> spans(Random random, int length) {
        var spans = new ArrayList<TagSpan>();
        for (var start = random.nextInt(3); start < length; ) {
            var end = Math.min(length, start + 1 + random.nextInt(4));
            spans.add(new TagSpan(List.of("PER", "LOC", "X-Y", "").get(random.nextInt(4)), start, end));
            start = end + Math.max(0, random.nextInt(4) - 1);
        }
        return spans;
    }

    @Test
    void isNotWrittenAsItsReadersWouldLoseEntities() {
        assertThatThrownBy(() -> TagScheme.IOE1.tags(List.of(new TagSpan("A", 0, 2)), 2))
                .hasMessage("entities are not written as IOE1, whose readers lose some of them; use IOE2 or IOB1");
    }
}
