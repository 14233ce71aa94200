package org.dragoman.annotators.sequences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.training.Seed;
import org.dragoman.annotators.training.TrainingListener;
import org.dragoman.corpora.TaggedSentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

class SequenceTaggerTest {
    private static final List<String> NOUNS = List.of("dog", "cat", "house", "man");
    private static final List<String> VERBS = List.of("sees", "likes", "hears");

    private static SequenceSettings settings(long seed) {
        return new SequenceSettings(new Seed(seed), 5, 4, List.of(), 8, 1, 3, 0.1);
    }

    /** Sentences in which <em>saw</em> is a verb behind a noun and a noun behind an article. */
    private static List<TaggedSentence> sentences() {
        var random = new Random(3);
        var sentences = new ArrayList<TaggedSentence>();
        for (var i = 0; i < 80; i++) {
            var verb = i % 3 == 0 ? "saw" : VERBS.get(random.nextInt(3));
            var object = i % 4 == 0 ? "saw" : NOUNS.get(random.nextInt(4));
            sentences.add(new TaggedSentence(
                    List.of("the", NOUNS.get(random.nextInt(4)), verb, "a", object),
                    List.of("DET", "NOUN", "VERB", "DET", "NOUN")));
        }
        return sentences;
    }

    private static SequenceTagger train(long seed, List<List<TaggedSentence>> sources) {
        return new SequenceTraining("pos", Templates.PARTS_OF_SPEECH, settings(seed))
                .train(sources, tagger -> Map.of(), TrainingListener.NONE)
                .tagger();
    }

    @Test
    void learnsToTellAVerbFromANounByItsContext() {
        var tagger = train(1, List.of(sentences()));
        assertThat(tagger.tag(List.of("a", "saw", "saw", "the", "saw")))
                .containsExactly("DET", "NOUN", "VERB", "DET", "NOUN");
        assertThat(tagger.tag(List.of())).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherGivesOthers() {
        var sentences = sentences();
        assertThat(train(1, List.of(sentences)).bytes())
                .isEqualTo(train(1, List.of(sentences)).bytes());
        assertThat(train(2, List.of(sentences)).bytes())
                .isNotEqualTo(train(1, List.of(sentences)).bytes());
    }

    @Test
    void aTaggerComesBackFromItsBytes() {
        var tagger = train(1, List.of(sentences()));
        var again = SequenceTagger.read("memory", tagger.bytes(), "pos");
        assertThat(again.bytes()).isEqualTo(tagger.bytes());
        for (var sentence : sentences()) {
            assertThat(again.tag(sentence.tokens())).isEqualTo(tagger.tag(sentence.tokens()));
        }
    }

    @Test
    void refusesTheModelOfAnotherTask() {
        var bytes = train(1, List.of(sentences())).bytes();
        assertThatThrownBy(() -> SequenceTagger.read("x.bin", bytes, "entities"))
                .hasMessage(
                        "cannot read x.bin: expected tagger for entities version 1, but it is tagger for pos version 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 25, 100, 400})
    void refusesADamagedModel(int place) {
        var bytes = train(1, List.of(sentences())).bytes();
        bytes[place] ^= 0x10;
        assertThatThrownBy(() -> SequenceTagger.read("x.bin", bytes, "pos"))
                .hasMessageStartingWith("cannot read x.bin: ");
    }

    @Test
    void theFirstOfTwoSourcesDecidesWhereTheyDisagree() {
        var other = Collections.nCopies(
                40,
                new TaggedSentence(
                        List.of("the", "dog", "sees", "a", "saw"), List.of("DET", "NOUN", "VERB", "DET", "TOOL")));
        var sentence = List.of("the", "dog", "sees", "a", "saw");
        assertThat(train(1, List.of(sentences(), other)).tag(sentence)).endsWith("NOUN");
        assertThat(train(1, List.of(other, sentences())).tag(sentence)).endsWith("TOOL");
    }

    @Test
    void refusesToTrainOnNothing() {
        assertThatThrownBy(() -> train(1, List.of(List.of())))
                .hasMessage("there are no sentences to train a tagger for pos on");
    }

    @Test
    void refusesMoreTagsThanFitAByte() {
        var sentences = new ArrayList<TaggedSentence>();
        for (var i = 0; i < 256; i++) {
            sentences.add(new TaggedSentence(List.of("word"), List.of("T" + i)));
        }
        assertThatThrownBy(() -> train(1, List.of(sentences))).hasMessage("a tagger needs 1 to 255 tags, got 256");
    }
}
