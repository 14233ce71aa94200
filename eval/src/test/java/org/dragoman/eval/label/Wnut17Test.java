package org.dragoman.eval.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.corpora.Lines;
import org.dragoman.corpora.TagScheme;
import org.dragoman.corpora.TaggedSentence;
import org.dragoman.corpora.TaggedSentences;
import org.dragoman.testing.TestData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/** Outputs of the shared task of WNUT 2017, with the scores that its organisers published. */
class Wnut17Test {

    @ParameterizedTest
    @CsvSource({"uh_ritual, 57.54, 32.90, 41.86", "spinningbytes, 47.09, 35.96, 40.78", "mic-cis, 40.97, 33.83, 37.06"})
    void scoresAreThosePublished(String system, double precision, double recall, double f1) {
        var gold = tags("ner/wnut17/test.conll");
        var predicted = tags("ner/wnut17/system-outputs/" + system + ".conll");
        var micro = SpanScore.of(gold.iterator(), predicted.iterator(), TagScheme.LENIENT)
                .micro();
        assertThat(100 * micro.precision()).isCloseTo(precision, within(0.005));
        assertThat(100 * micro.recall()).isCloseTo(recall, within(0.005));
        assertThat(100 * micro.f1()).isCloseTo(f1, within(0.005));
    }

    private static List<List<String>> tags(String name) {
        try (var sentences = new TaggedSentences(Lines.open(TestData.file(name)), 1, TaggedSentences.LAST)) {
            var tags = new ArrayList<List<String>>();
            sentences.forEachRemaining((TaggedSentence sentence) -> tags.add(sentence.tags()));
            return tags;
        }
    }
}
