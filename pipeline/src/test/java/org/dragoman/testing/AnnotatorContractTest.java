package org.dragoman.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dragoman.pipeline.Layers.LEMMAS;
import static org.dragoman.pipeline.Layers.SENTENCES;
import static org.dragoman.pipeline.Layers.STEMS;
import static org.dragoman.pipeline.Layers.TOKENS;
import static org.dragoman.pipeline.Layers.WORDS;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A right annotator passes the contract, and each kind of fault is caught. */
class AnnotatorContractTest extends AnnotatorContract {
    @Override
    protected Annotator annotator() {
        return stems(word -> word.form().toLowerCase(Locale.ROOT));
    }

    @Test
    void catchesAnAnswerThatDependsOnTheLocale() {
        assertThatThrownBy(
                        contract(stems(word -> word.form().toLowerCase(Locale.getDefault())))
                                ::givesTheSameAnswerInTurkey)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void catchesAnAnswerThatDependsOnEarlierOnes() {
        var counter = new AtomicInteger();
        var contract = contract(stems(word -> word.form() + counter.incrementAndGet()));
        assertThatThrownBy(contract::givesTheSameAnswerEachTime).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::givesEightThreadsTheAnswersThatOneGets).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::annotatesManyAsItAnnotatesEach).isInstanceOf(AssertionError.class);
    }

    @Test
    void catchesALayerThatIsReadAndNotRequired() {
        var annotator = new FunctionAnnotator(
                "stems",
                Set.of(WORDS),
                Set.of(STEMS),
                document -> document.with(STEMS, document.find(LEMMAS).orElseGet(() -> forms(document))));
        assertThatThrownBy(contract(annotator)::readsOnlyWhatItRequires).isInstanceOf(AssertionError.class);
        var strict = new FunctionAnnotator(
                "stems", Set.of(WORDS), Set.of(STEMS), document -> document.with(STEMS, document.get(LEMMAS)));
        assertThatThrownBy(contract(strict)::readsOnlyWhatItRequires)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no layer 'lemmas'");
    }

    @Test
    void catchesALayerThatIsDeclaredAndNotProvided() {
        var annotator = new FunctionAnnotator("stems", Set.of(WORDS), Set.of(STEMS), document -> document);
        assertThatThrownBy(() -> contract(annotator).providesWhatItDeclaresEvenWhereThereIsNothingToFind(""))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void catchesASpanThatCutsACharacterInTwo() {
        var annotator = new FunctionAnnotator(
                "units", Set.of(), Set.of(TOKENS), document -> document.with(TOKENS, units(document.text())));
        assertThatThrownBy(() -> contract(annotator).annotatesTextFromAllOfUnicode(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("layer 'tokens' has a span that cuts a character in two");
    }

    @Test
    void catchesMetadataThatGetsLost() {
        var annotator = new FunctionAnnotator(
                "sentences",
                Set.of(),
                Set.of(SENTENCES),
                document -> Document.of(document.id(), document.text()).with(SENTENCES, List.of()));
        assertThatThrownBy(contract(annotator)::keepsIdTextMetadataAndOtherLayers)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void acceptsAnAnnotatorThatProvidesALayerAndItsBase() {
        var annotator = new FunctionAnnotator(
                "tokens", Set.of(), Set.of(TOKENS, WORDS), document -> PlainLayers.add(document, List.of(WORDS)));
        assertThatCode(contract(annotator)::readsOnlyWhatItRequires).doesNotThrowAnyException();
    }

    private static AnnotatorContract contract(Annotator annotator) {
        return new AnnotatorContract() {
            @Override
            protected Annotator annotator() {
                return annotator;
            }
        };
    }

    private static Annotator stems(Function<Word, String> stemmer) {
        return new FunctionAnnotator(
                "stems",
                Set.of(WORDS),
                Set.of(STEMS),
                document -> document.with(
                        STEMS, document.get(WORDS).stream().map(stemmer).toList()));
    }

    private static List<String> forms(Document document) {
        return document.get(WORDS).stream().map(Word::form).toList();
    }

    private static List<Span> units(String text) {
        return IntStream.range(0, text.length())
                .mapToObj(i -> new Span(i, i + 1))
                .toList();
    }
}
