package org.dragoman.annotators.lemmas;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.PosTag;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class LemmaMemoTest {
    private static final PosTag NOUN = PosTag.of("NOUN");

    private final AtomicInteger asked = new AtomicInteger();
    private final LemmaMemo memo = new LemmaMemo((form, tag) -> form + "/" + tag.universal() + asked.incrementAndGet());

    @Test
    void asksOnceForAWord() {
        assertThat(memo.lemma("dogs", NOUN)).isEqualTo("dogs/NOUN1");
        assertThat(memo.lemma("dogs", NOUN)).isEqualTo("dogs/NOUN1");
    }

    @Test
    void tagsMakeDifferentWords() {
        memo.lemma("left", NOUN);
        assertThat(memo.lemma("left", PosTag.of("VERB"))).isEqualTo("left/VERB2");
        assertThat(memo.lemma("left", new PosTag("NOUN", "NN"))).isEqualTo("left/NOUN3");
    }

    /** In Java "Aa" and "BB" have the same hash, so they share a place. */
    @Test
    void wordsThatShareAPlaceTakeItFromEachOther() {
        assertThat(memo.lemma("Aa", NOUN)).isEqualTo("Aa/NOUN1");
        assertThat(memo.lemma("BB", NOUN)).isEqualTo("BB/NOUN2");
        assertThat(memo.lemma("Aa", NOUN)).isEqualTo("Aa/NOUN3");
    }

    @Test
    void longFormsAreNotKept() {
        var form = "x".repeat(LemmaMemo.LONGEST + 1);
        memo.lemma(form, NOUN);
        memo.lemma(form, NOUN);
        assertThat(asked).hasValue(2);
    }
}
