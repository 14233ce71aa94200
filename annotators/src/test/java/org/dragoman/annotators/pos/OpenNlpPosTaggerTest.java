package org.dragoman.annotators.pos;

import static org.assertj.core.api.Assertions.assertThat;

import opennlp.tools.postag.POSTaggerME;
import org.dragoman.annotators.opennlp.OpenNlpModel;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Sentence;
import org.dragoman.pipeline.io.ConlluReader;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class OpenNlpPosTaggerTest {
    private static final OpenNlpPosTagger TAGGER = new OpenNlpPosTagger(OpenNlpModel.GERMAN_POS.get(), WordTags.GERMAN);
    private static final List<String> SENTENCE = List.of("Der", "Hund", "liest", "ein", "langes", "Buch", ".");

    @Test
    void tagsASentence() {
        assertThat(TAGGER.tag(SENTENCE)).containsExactly("DET", "NOUN", "VERB", "DET", "ADJ", "NOUN", "PUNCT");
    }

    @Test
    void eachWordHasItsPartOfTheTag() {
        assertThat(PosTagger.of("de").tag(List.of("zum", "Haus"), List.of(List.of("zu", "dem"), List.of("Haus"))))
                .extracting(PosTag::universal)
                .containsExactly("ADP", "DET", "NOUN");
        assertThat(PosTagger.of("fr").tag(List.of("du", "pain"), List.of(List.of("de", "le"), List.of("pain"))))
                .extracting(PosTag::universal)
                .containsExactly("ADP", "DET", "NOUN");
    }

    @Test
    void aSentenceWithoutTokensHasNoTags() {
        assertThat(TAGGER.tag(List.of())).isEmpty();
    }

    /** The tags of OpenNLP 2.5.11 for each sentence of the treebank's development part. */
    @Test
    void agreesWithOpenNlp() {
        var openNlp = new POSTaggerME(OpenNlpModel.GERMAN_POS.get());
        try (var documents = new ConlluReader().read(TestData.file("pos/ud-german-gsd/de_gsd-ud-dev.conllu"))) {
            documents
                    .limit(60)
                    .flatMap(OpenNlpPosTaggerTest::sentences)
                    .forEach(tokens -> assertThat(TAGGER.tag(tokens))
                            .as("%s", tokens)
                            .containsExactly(openNlp.tag(tokens.toArray(String[]::new))));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 300, 512, 513, 2000})
    void aLongSentenceIsTaggedInWindowsThatFitTogether(int length) {
        var tokens = IntStream.range(0, length).mapToObj(Integer::toString).toList();
        var seen = new ArrayList<Integer>();
        var tags = OpenNlpPosTagger.inWindows(tokens, window -> {
            seen.add(window.size());
            return window;
        });
        assertThat(tags).isEqualTo(tokens);
        assertThat(Collections.max(seen)).isLessThanOrEqualTo(OpenNlpPosTagger.WINDOW + 2 * OpenNlpPosTagger.CONTEXT);
    }

    @Test
    void aWordAtTheEdgeOfAWindowIsTaggedAsInAShortSentence() {
        var tokens = Collections.nCopies(200, SENTENCE).stream()
                .flatMap(List::stream)
                .toList();
        var expected = Collections.nCopies(200, List.of("DET", "NOUN", "VERB", "DET", "ADJ", "NOUN", "PUNCT")).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(TAGGER.tag(tokens)).isEqualTo(expected);
    }

    private static Stream<List<String>> sentences(Document document) {
        return Sentence.in(document).stream()
                .map(sentence -> sentence.tokensOf(document.get(Layers.TOKENS)).stream()
                        .map(span -> span.textIn(document.text()))
                        .toList());
    }
}
