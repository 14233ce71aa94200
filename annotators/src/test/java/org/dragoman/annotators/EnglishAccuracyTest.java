package org.dragoman.annotators;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.annotators.pos.PosAnnotator;
import org.dragoman.annotators.pos.PosTagger;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.io.ConlluReader;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Bounds on the development part of UD English EWT (2.16), a little under what was measured. OpenNLP 2.5.11 alone has a sentence F1 of
 * 73.5 on these documents, since it does not know blank lines, and its tags are joined.
 */
class EnglishAccuracyTest {
    private static List<Document> gold = List.of();

    @BeforeAll
    static void readTreebank() {
        try (var documents = new ConlluReader().read(TestData.file("pos/ud-english-ewt/en_ewt-ud-dev.conllu"))) {
            gold = documents.toList();
        }
        assertThat(gold).isNotEmpty();
    }

    @Test
    void findsSentencesAndTokensInRunningText() {
        var pipeline = English.pipeline();
        var found = gold.stream()
                .map(document -> pipeline.process(Document.of(document.id(), document.text())))
                .toList();
        assertThat(f1(found, Layers.SENTENCES)).isGreaterThan(0.85);
        assertThat(f1(found, Layers.TOKENS)).isGreaterThan(0.985);
    }

    @Test
    void tagsTheWordsOfTheTreebank() {
        var tagger = Pipeline.of(
                Set.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS), List.of(new PosAnnotator(PosTagger.english())));
        var words = 0;
        var right = 0;
        for (var document : gold) {
            var tags = tagger.process(document.without(Layers.POS)).get(Layers.POS);
            for (var i = 0; i < tags.size(); i++) {
                var expected = document.get(Layers.POS).get(i).universal();
                assertThat(tags.get(i).universal()).doesNotContain("+");
                words++;
                right += tags.get(i).universal().equals(expected) ? 1 : 0;
            }
        }
        assertThat(right / (double) words).isGreaterThan(0.925);
    }

    private static double f1(List<Document> found, Layer<List<Span>> layer) {
        var expected = 0;
        var answered = 0;
        var right = 0;
        for (var i = 0; i < gold.size(); i++) {
            var spans = new HashSet<>(gold.get(i).get(layer));
            expected += spans.size();
            answered += found.get(i).get(layer).size();
            spans.retainAll(found.get(i).get(layer));
            right += spans.size();
        }
        return 2.0 * right / (expected + answered);
    }
}
