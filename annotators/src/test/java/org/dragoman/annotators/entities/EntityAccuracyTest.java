package org.dragoman.annotators.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.corpora.Lines;
import org.dragoman.corpora.TagScheme;
import org.dragoman.corpora.TaggedSentence;
import org.dragoman.corpora.TaggedSentences;
import org.dragoman.eval.label.SpanScore;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;

class EntityAccuracyTest {
    /** A bound on the development part of Universal NER English EWT, a little under what was measured: 0.71. */
    @Test
    void findsTheEntitiesOfTheCorpus() {
        var finder = EntityFinder.english();
        var sentences = new ArrayList<TaggedSentence>();
        var file = TestData.file("ner/uner-english-ewt/en_ewt-ud-dev.iob2");
        try (var gold = new TaggedSentences(Lines.open(file), 2, 3)) {
            gold.forEachRemaining(sentences::add);
        }
        var right = sentences.stream().map(TaggedSentence::tags).iterator();
        var found = sentences.stream()
                .map(sentence -> SpanTags.of(
                        finder.find(sentence.tokens()), sentence.tokens().size()))
                .iterator();
        assertThat(SpanScore.of(right, found, TagScheme.LENIENT).micro().f1()).isGreaterThan(0.70);
    }
}
