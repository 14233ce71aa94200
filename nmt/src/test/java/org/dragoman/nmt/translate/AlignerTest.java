package org.dragoman.nmt.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.alignment.LayeredAlignment;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.IntStream;

class AlignerTest {

    private final TranslationModel model = UntrainedModel.make();

    @AfterEach
    void close() {
        model.close();
    }

    private static double rowSum(SoftAlignment alignment, int target) {
        return IntStream.range(0, alignment.source().size())
                .mapToDouble(source -> alignment.weight(source, target))
                .sum();
    }

    private LayeredAlignment align(AlignmentUnit unit, String source, String target) {
        return new Aligner(model, unit).align(new SentencePair(source, target));
    }

    @Test
    void piecesHaveRowsThatSumToOneAndTheEndOfTheSource() {
        var alignment = align(AlignmentUnit.PIECES, "Good morning, Tom.", "Guten Morgen!");
        assertThat(alignment.layers())
                .hasSize(2)
                .allSatisfy(heads -> assertThat(heads).hasSize(2));
        assertThat(alignment.source()).endsWith(Aligner.END).contains("￭,", "￭.");
        for (var target = 0; target < alignment.target().size(); target++) {
            for (var heads : alignment.layers()) {
                for (var head : heads) {
                    assertThat(rowSum(head, target)).isCloseTo(1, within(1e-5));
                }
            }
        }
    }

    @Test
    void wordsAreWhatWhiteSpaceDividesAndTheEndBelongsToNone() {
        var alignment = align(AlignmentUnit.WORDS, " Good\u00A0morning,  Tom. ", "Guten Morgen, Tom!");
        assertThat(alignment.source()).containsExactly("Good", "morning,", "Tom.");
        assertThat(alignment.target()).containsExactly("Guten", "Morgen,", "Tom!");
        var pieces = align(AlignmentUnit.PIECES, " Good\u00A0morning,  Tom. ", "Guten Morgen, Tom!");
        var last = pieces.source().size() - 1;
        var end = IntStream.range(0, pieces.target().size())
                .mapToDouble(target -> pieces.head(1, 1).weight(last, target))
                .toArray();
        for (var target = 0; target < 3; target++) {
            var missing = 1 - rowSum(alignment.head(1, 1), target);
            assertThat(missing).isGreaterThan(0).isBetween(min(end), max(end));
        }
    }

    private static double min(double... values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .min()
                .orElseThrow();
    }

    private static double max(double... values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .max()
                .orElseThrow();
    }

    @Test
    void tokensAreWordsAndSigns() {
        assertThat(align(AlignmentUnit.TOKENS, "Good morning, Tom.", "Guten Morgen!")
                        .source())
                .containsExactly("Good", "morning", ",", "Tom", ".");
    }

    /** The translator's links are those of the search, which knows nothing of forced decoding. */
    @ParameterizedTest
    @CsvSource({"false, 'Good morning, Tom.'", "true, 'Good morning, Tom'"})
    void aTranslationIsAlignedAsTheTranslatorLinkedIt(boolean closesFragments, String source) {
        try (var translator = new Translator(UntrainedModel.make(closesFragments), UntrainedModel.CONFIG);
                var own = UntrainedModel.make(closesFragments)) {
            var document = Document.of(source)
                    .with(Layers.SENTENCES, List.of(new Span(0, source.length())))
                    .with(Layers.TOKENS, TargetText.tokens(source, "en"));
            var translation =
                    translator.annotate(document).get(Layers.TRANSLATION).get("de");
            var pair = new SentencePair(source, translation.target().text());
            var alignment = new Aligner(own, AlignmentUnit.TOKENS).align(pair).layer(0);
            var links = translation.sentences().get(0).alignment();
            assertThat(links)
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(alignment.weight(link.source(), link.target()))
                            .isCloseTo(link.weight(), within(1e-6)));
        }
    }

    @Test
    void manyPairsGiveTheSameAsOneByOne() {
        var pairs = IntStream.range(1, 40)
                .mapToObj(i -> new SentencePair("Tom ".repeat(i % 7 + 1), "spät " + "Zug ".repeat(i % 5)))
                .toList();
        var aligner = new Aligner(model, AlignmentUnit.WORDS);
        var together = aligner.alignAll(pairs);
        for (var i = 0; i < pairs.size(); i++) {
            var alone = aligner.align(pairs.get(i)).average();
            var found = together.get(i).average();
            assertThat(found.target()).isEqualTo(alone.target());
            for (var target = 0; target < alone.target().size(); target++) {
                assertThat(rowSum(found, target)).isCloseTo(rowSum(alone, target), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "'Tom.', ''", "'', 'Tom.'", "' ', ' '"})
    void aSideWithoutWordsHasNone(String source, String target) {
        for (var unit : AlignmentUnit.values()) {
            var alignment = align(unit, source, target);
            assertThat(alignment.target().isEmpty()).isEqualTo(target.isBlank());
            assertThat(alignment.layers()).hasSize(2);
        }
    }
}
