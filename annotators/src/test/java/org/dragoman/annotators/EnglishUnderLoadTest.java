package org.dragoman.annotators;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.PipelineSettings;
import org.dragoman.pipeline.Result;
import org.dragoman.pipeline.Span;
import org.dragoman.testing.RandomText;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The whole English pipeline with many documents, many threads, and texts that are long or strange. */
class EnglishUnderLoadTest {
    private static final int THREADS = 8;
    private static final int MANY = 2_000;
    private static final int MEGABYTE = 1_000_000;

    private static final Pipeline PIPELINE = English.pipeline();

    @Test
    void manyThreadsGiveTheDocumentsThatOneGives() throws Exception {
        var documents = documents().limit(MANY).toList();
        assertThat(documents).hasSize(MANY);
        var expected = documents.stream().map(PIPELINE::process).toList();
        assertThat(byCallsFromManyThreads(documents)).isEqualTo(expected);
        assertThat(byTheStreamOfManyThreads(documents)).isEqualTo(expected);
    }

    private static List<Document> byCallsFromManyThreads(List<Document> documents) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var tasks = documents.stream()
                    .<Callable<Document>>map(document -> () -> PIPELINE.process(document))
                    .toList();
            var found = new Document[documents.size()];
            var answers = threads.invokeAll(tasks);
            for (var i = 0; i < found.length; i++) {
                found[i] = answers.get(i).get();
            }
            return List.of(found);
        } finally {
            threads.shutdown();
        }
    }

    private static List<Document> byTheStreamOfManyThreads(List<Document> documents) {
        var settings = PipelineSettings.DEFAULT.withThreads(THREADS).withBatchSize(7);
        try (var results = PIPELINE.withSettings(settings).process(documents.stream())) {
            return results.map(Result::orElseThrow).toList();
        }
    }

    /** The sentences of a treebank's texts, each a document. */
    private static Stream<Document> documents() {
        var mark = "# text = ";
        var texts = TestData.lines("pos/ud-english-ewt/en_ewt-ud-dev.conllu").stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
        return IntStream.range(0, texts.size()).mapToObj(i -> Document.of("sentence " + i, texts.get(i)));
    }

    /** What would be one token if nothing cut it: a line without any white space. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "http://example.com/?q=", "A.b,", "字", "-", "\uD83D\uDC69\u200D\uD83D\uDC67"})
    void aLineOfAMegabyteWithoutSpacesIsTaken(String unit) {
        var text = unit.repeat(MEGABYTE / unit.length());
        var document = PIPELINE.process(Document.of("one line", text));
        assertCovered(document);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aLongTextFromAllOfUnicodeLosesNothing(long seed) {
        var random = new Random(seed);
        assertCovered(PIPELINE.process(Document.of("seed " + seed, RandomText.of(random, 20_000))));
        assertCovered(PIPELINE.process(
                Document.of("seed " + seed + " with halves", RandomText.withUnpairedSurrogates(random, 20_000))));
    }

    /** A thousand short texts, among them empty ones, as files of 0 bytes are. */
    @Test
    void shortStrangeTextsLoseNothing() {
        LongStream.range(0, 1_000).forEach(seed -> {
            var random = new Random(seed);
            var text = RandomText.withUnpairedSurrogates(random, random.nextInt(12));
            assertCovered(PIPELINE.process(Document.of("seed " + seed, text)));
        });
    }

    /** Sentences and tokens stand in order, don't overlap, and leave out nothing but what is blank or can't be seen. */
    private static void assertCovered(Document document) {
        assertInOrder(document, document.get(Layers.SENTENCES));
        var tokens = document.get(Layers.TOKENS);
        assertInOrder(document, tokens);
        var end = 0;
        for (var token : tokens) {
            assertThat(document.text().substring(end, token.start()))
                    .as("between tokens of %s", document.id())
                    .matches(EnglishUnderLoadTest::isInvisible, "invisible");
            end = token.end();
        }
        assertThat(document.text().substring(end)).matches(EnglishUnderLoadTest::isInvisible, "invisible");
        assertThat(document.get(Layers.LEMMAS)).hasSameSizeAs(document.get(Layers.WORDS));
    }

    private static void assertInOrder(Document document, List<Span> spans) {
        var end = 0;
        for (var span : spans) {
            assertThat(span.start()).as(document.id()).isGreaterThanOrEqualTo(end);
            assertThat(span.length()).isPositive();
            end = span.end();
        }
    }

    private static boolean isInvisible(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.FORMAT);
    }
}
