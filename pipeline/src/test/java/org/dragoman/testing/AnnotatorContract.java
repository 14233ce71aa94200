package org.dragoman.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Chunk;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What every annotator must do. The test of an annotator extends this class and says which annotator it is:
 * <pre>{@code
 * class StemAnnotatorTest extends AnnotatorContract {
 *     @Override
 *     protected Annotator annotator() { return new StemAnnotator(Stemmers.english()); }
 * }
 * }</pre>
 *
 * <p>If the annotator requires a layer that {@link PlainLayers} can't make, override {@link #prepare} as well.
 */
public abstract class AnnotatorContract {
    private static final int THREADS = 8;

    /** The annotator to test; it may be the same each time. */
    protected abstract Annotator annotator();

    /** Returns {@code document} with the layers that the annotator requires, made by hand. */
    protected Document prepare(Document document) {
        return PlainLayers.add(document, annotator().requires());
    }

    /** Texts that the annotator should do well on, used beside random ones. */
    protected List<String> texts() {
        return List.of(
                "Dr. Smith lives in New York. He doesn't like the U.S. winters!",
                "I IN İSTANBUL: TITLE, fish\n\nISTANBUL IS BIG.",
                "Zum Glück kam Frau Müller am 3. Mai nach Köln-Ehrenfeld; 👍🏽 „Gut“, sagte sie.",
                "C'est l'homme qu'il a vu, n'est-ce pas ? 3 141,59 €");
    }

    /** How long random texts are, in UTF-16 units; less for a slow annotator. */
    protected int randomTextLength() {
        return 300;
    }

    /** Compares two answers that must be the same; override it where floating point may differ with the batch. */
    protected void assertSame(Document actual, Document expected) {
        for (var layer : expected.layers()) {
            assertThat((Object) actual.find(layer))
                    .as("layer '%s' of document '%s'", layer.name(), expected.id())
                    .isEqualTo(expected.find(layer));
        }
        assertThat(actual).as("document '%s'", expected.id()).isEqualTo(expected);
    }

    @Test
    void hasANameForMessages() {
        assertThat(annotator().name()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void doesNotProvideWhatItRequires() {
        var annotator = annotator();
        var both = new HashSet<>(annotator.provides());
        both.retainAll(annotator.requires());
        both.removeIf(Layer::isShared);
        assertThat(both).as("layers that are both required and provided").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t ", ".", "\u0301"})
    void providesWhatItDeclaresEvenWhereThereIsNothingToFind(String text) {
        var annotator = annotator();
        var annotated = annotator.annotate(prepare(Document.of("nothing", text)));
        assertThat(annotated.layers()).containsAll(annotator.provides());
    }

    @Test
    void keepsIdTextMetadataAndOtherLayers() {
        var annotator = annotator();
        for (var document : documents()) {
            var before = document.withMetadata(Map.of("author", "A"));
            var after = annotator.annotate(before);
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.text()).isEqualTo(before.text());
            assertThat(after.metadata()).isEqualTo(before.metadata());
            for (var layer : before.layers()) {
                assertKept(layer, before, after, annotator);
            }
        }
    }

    @Test
    void leavesItsArgumentAsItWas() {
        var annotator = annotator();
        for (var text : texts()) {
            var document = prepare(Document.of("argument", text));
            annotator.annotate(document);
            assertThat(document).isEqualTo(prepare(Document.of("argument", text)));
        }
    }

    @Test
    void givesTheSameAnswerEachTime() {
        var annotator = annotator();
        for (var document : documents()) {
            assertSame(annotator.annotate(document), annotator.annotate(document));
        }
    }

    @Test
    void readsOnlyWhatItRequires() {
        var annotator = annotator();
        for (var document : documents()) {
            var bare = onlyRequired(document, annotator.requires());
            var fromBare = annotator.annotate(bare);
            var more = withOthers(bare, annotator);
            var expected = more;
            for (var layer : annotator.provides()) {
                expected = copy(layer, fromBare, expected);
            }
            assertSame(annotator.annotate(more), expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void annotatesTextFromAllOfUnicode(long seed) {
        var annotator = annotator();
        var text = RandomText.of(new Random(seed), randomTextLength());
        var annotated = annotator.annotate(prepare(Document.of("seed " + seed, text)));
        assertThat(annotated.layers()).containsAll(annotator.provides());
        annotator.provides().forEach(layer -> assertSpansKeepCharactersWhole(annotated, layer));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void annotatesTextWithUnpairedSurrogates(long seed) {
        var annotator = annotator();
        var text = RandomText.withUnpairedSurrogates(new Random(seed), randomTextLength());
        var annotated = annotator.annotate(prepare(Document.of("seed " + seed, text)));
        assertThat(annotated.layers()).containsAll(annotator.provides());
    }

    @Test
    void annotatesManyAsItAnnotatesEach() {
        var annotator = annotator();
        var documents = documents();
        var together = annotator.annotateAll(documents);
        assertThat(together).hasSameSizeAs(documents);
        for (var i = 0; i < documents.size(); i++) {
            assertSame(together.get(i), annotator.annotate(documents.get(i)));
        }
        assertThat(annotator.annotateAll(List.of())).isEmpty();
    }

    @Test
    void givesEightThreadsTheAnswersThatOneGets() throws Exception {
        var annotator = annotator();
        var documents = documents();
        var expected = documents.stream().map(annotator::annotate).toList();
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var tasks = IntStream.range(0, THREADS)
                    .<Callable<List<Document>>>mapToObj(thread -> () -> inAnotherOrder(annotator, documents, thread))
                    .toList();
            for (var answers : pool.invokeAll(tasks)) {
                var actual = answers.get();
                for (var i = 0; i < expected.size(); i++) {
                    assertSame(actual.get(i), expected.get(i));
                }
            }
        } finally {
            pool.shutdown();
        }
    }

    /** Turkish has a dotless lower-case i for I: what depends on the default locale shows. */
    @Test
    @ResourceLock(Resources.LOCALE)
    void givesTheSameAnswerInTurkey() {
        var documents = documents();
        var expected = documents.stream().map(annotator()::annotate).toList();
        var locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            var annotator = annotator();
            for (var i = 0; i < documents.size(); i++) {
                assertSame(annotator.annotate(documents.get(i)), expected.get(i));
            }
        } finally {
            Locale.setDefault(locale);
        }
    }

    private List<Document> documents() {
        var random = LongStream.range(100, 106).mapToObj(seed -> RandomText.of(new Random(seed), randomTextLength()));
        var all = Stream.of(texts().stream(), random, Stream.of(""))
                .flatMap(s -> s)
                .toList();
        return IntStream.range(0, all.size())
                .mapToObj(i -> prepare(Document.of("text " + i, all.get(i))))
                .toList();
    }

    private static List<Document> inAnotherOrder(Annotator annotator, List<Document> documents, long seed) {
        var order = new ArrayList<>(IntStream.range(0, documents.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        var answers = new ArrayList<>(documents);
        order.forEach(i -> answers.set(i, annotator.annotate(documents.get(i))));
        return answers;
    }

    private static Document onlyRequired(Document document, Set<Layer<?>> required) {
        var needed = new HashSet<Layer<?>>();
        for (var layer : required) {
            var current = layer;
            needed.add(current);
            while (current.base().isPresent()) {
                current = current.base().get();
                needed.add(current);
            }
        }
        var result = document;
        for (var layer : document.layers()) {
            if (!needed.contains(layer)) {
                result = result.without(layer);
            }
        }
        return result;
    }

    /** Adds layers that the annotator says nothing about, as far as they don't belong to one that it makes. */
    private static Document withOthers(Document document, Annotator annotator) {
        var others = new ArrayList<Layer<?>>();
        for (var layer : PlainLayers.all()) {
            if (!annotator.provides().contains(layer) && !belongsToProvided(layer, annotator.provides())) {
                others.add(layer);
            }
        }
        return PlainLayers.add(document, others);
    }

    private static boolean belongsToProvided(Layer<?> layer, Set<Layer<?>> provided) {
        return layer.base()
                .filter(base -> provided.contains(base) || belongsToProvided(base, provided))
                .isPresent();
    }

    private static <T> Document copy(Layer<T> layer, Document from, Document to) {
        var based = to;
        if (layer.base().isPresent() && !to.has(layer.base().get())) {
            based = copy(layer.base().get(), from, to);
        }
        return based.with(layer, from.get(layer));
    }

    private static <T> void assertKept(Layer<T> layer, Document before, Document after, Annotator annotator) {
        if (!annotator.provides().contains(layer)) {
            assertThat(after.get(layer)).as("layer '%s'", layer.name()).isEqualTo(before.get(layer));
        }
    }

    private static void assertSpansKeepCharactersWhole(Document document, Layer<?> layer) {
        if (document.get(layer) instanceof List<?> values) {
            for (var value : values) {
                span(value).forEach(span -> {
                    assertWhole(document.text(), span.start(), layer);
                    assertWhole(document.text(), span.end(), layer);
                });
            }
        }
    }

    private static Stream<Span> span(Object value) {
        if (value instanceof Span span) {
            return Stream.of(span);
        }
        if (value instanceof Entity entity) {
            return Stream.of(entity.span());
        }
        return value instanceof Chunk chunk ? Stream.of(chunk.span()) : Stream.empty();
    }

    private static void assertWhole(String text, int offset, Layer<?> layer) {
        var splits = offset > 0
                && offset < text.length()
                && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
        assertThat(splits)
                .as("layer '%s' has a span that cuts a character in two at %d", layer.name(), offset)
                .isFalse();
    }
}
