package org.dragoman.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dragoman.pipeline.Layers.SENTENCES;

import org.dragoman.testing.FunctionAnnotator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@Timeout(60)
class PipelineStreamTest {
    private static final PipelineSettings FOUR_THREADS = new PipelineSettings(8, 4, 1_000, false);

    private final Annotator sentences = PipelineTest.step("sentences", Set.of(), Set.of(SENTENCES));

    @Test
    void resultsComeInTheOrderOfTheDocumentsWhateverTheThreadsDo() {
        var uneven = new FunctionAnnotator("uneven", Set.of(), Set.of(), document -> {
            busyFor(ThreadLocalRandom.current().nextInt(200));
            return document;
        });
        var ids = Pipeline.of(sentences, uneven)
                .withSettings(FOUR_THREADS)
                .process(documents(2_000))
                .map(result -> result.orElseThrow().id())
                .toList();
        assertThat(ids).isEqualTo(documents(2_000).map(Document::id).toList());
    }

    @Test
    void anEmptyStreamGivesNoResults() {
        assertThat(Pipeline.of(sentences).process(Stream.empty())).isEmpty();
    }

    @Test
    void worksOnSeveralThreadsAtOnce() {
        var together = new CountDownLatch(4);
        var meeting = new FunctionAnnotator("meeting", Set.of(), Set.of(), document -> {
            together.countDown();
            try {
                if (!together.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("never four at once");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return document;
        });
        var results = Pipeline.of(meeting)
                .withSettings(FOUR_THREADS.withBatchSize(1))
                .process(documents(4))
                .toList();
        assertThat(results).hasSize(4).allMatch(Result::isDone);
    }

    /** At most two batches a thread are in flight and one is being handed out, however many documents there are. */
    @Test
    void holdsFewDocumentsOfAHundredThousand() {
        var read = new AtomicInteger();
        var most = new AtomicInteger();
        var taken = new AtomicInteger();
        var documents = IntStream.range(0, 100_000).mapToObj(i -> {
            read.incrementAndGet();
            return Document.of("d" + i, "text");
        });
        try (var results = Pipeline.of(sentences).withSettings(FOUR_THREADS).process(documents)) {
            results.forEach(result -> {
                most.accumulateAndGet(read.get() - taken.getAndIncrement(), Math::max);
            });
        }
        assertThat(taken).hasValue(100_000);
        assertThat(most.get()).isBetween(1, 8 * (2 * 4 + 1));
    }

    @Test
    void readsNothingBeforeAResultIsAskedFor() {
        var read = new AtomicInteger();
        try (var results = Pipeline.of(sentences).process(documents(10).peek(document -> read.incrementAndGet()))) {
            assertThat(results.isParallel()).isFalse();
            assertThat(read).hasValue(0);
        }
    }

    @Test
    void aSlowConsumerHoldsTheReaderBack() throws InterruptedException {
        var read = new AtomicInteger();
        var documents = documents(100_000).peek(document -> read.incrementAndGet());
        try (var results = Pipeline.of(sentences).withSettings(FOUR_THREADS).process(documents)) {
            var iterator = results.iterator();
            iterator.next();
            Thread.sleep(50);
            assertThat(read.get()).isLessThanOrEqualTo(8 * 2 * 4);
        }
    }

    @Test
    void onlyTheGuiltyDocumentOfABatchFails() {
        var failing = PipelineTest.failing("broken", "text 5");
        var results = Pipeline.of(sentences, failing)
                .withSettings(FOUR_THREADS)
                .process(documents(20))
                .toList();
        assertThat(results).hasSize(20);
        assertThat(results.stream().filter(result -> !result.isDone()))
                .singleElement()
                .satisfies(result -> {
                    var failed = (Result.Failed) result;
                    assertThat(failed.document().id()).isEqualTo("d5");
                    assertThat(failed.document().has(SENTENCES))
                            .as("what it had before the step")
                            .isTrue();
                    assertThat(failed.annotator()).isEqualTo("broken");
                    assertThat(failed.cause()).hasMessage("can't do text 5");
                });
    }

    @Test
    void aBatchThatFailsAsAWholeIsTriedOneByOne() {
        var calls = new ArrayList<Integer>();
        var picky = new PipelineTest.BatchStep("picky", documents -> {
            synchronized (calls) {
                calls.add(documents.size());
            }
            if (documents.stream().anyMatch(document -> document.id().equals("d1"))) {
                throw new IllegalArgumentException("not d1");
            }
            return documents;
        });
        var results = Pipeline.of(picky)
                .withSettings(FOUR_THREADS)
                .process(documents(3))
                .toList();
        assertThat(results).extracting(Result::isDone).containsExactly(true, false, true);
        assertThat(calls).containsExactly(3, 1, 1, 1);
    }

    @Test
    void aTextThatOverflowsTheStackFailsAlone() {
        var recursive = new FunctionAnnotator("recursive", Set.of(), Set.of(), document -> {
            if (document.id().equals("d1")) {
                throw new StackOverflowError();
            }
            return document;
        });
        var results = Pipeline.of(recursive).process(documents(3)).toList();
        assertThat(results).extracting(Result::isDone).containsExactly(true, false, true);
        assertThatThrownBy(results.get(1)::orElseThrow)
                .hasMessage("'recursive' failed on document 'd1': StackOverflowError");
    }

    @Test
    void aTextThatIsTooLongFailsAlone() {
        var pipeline = Pipeline.of(sentences).withSettings(FOUR_THREADS.withMaxTextLength(6));
        var results = pipeline.process(documents(11)).toList();
        assertThat(results.get(10))
                .isInstanceOfSatisfying(
                        Result.Failed.class,
                        failed -> assertThat(failed.annotator()).isEqualTo("pipeline"));
        assertThat(results.subList(0, 10)).allMatch(Result::isDone);
    }

    @Test
    void stopsAtTheFirstFailureIfAsked() {
        var pipeline = Pipeline.of(PipelineTest.failing("broken", "text 5"))
                .withSettings(FOUR_THREADS.withStopOnFailure(true));
        var taken = new ArrayList<String>();
        assertThatThrownBy(() -> pipeline.process(documents(1_000))
                        .forEach(result -> taken.add(result.document().id())))
                .isInstanceOf(AnnotationException.class)
                .hasMessage("'broken' failed on document 'd5': can't do text 5");
        assertThat(taken).containsExactly("d0", "d1", "d2", "d3", "d4");
    }

    @Test
    void anErrorOfTheMachineEndsTheRun() {
        var fatal = new FunctionAnnotator("fatal", Set.of(), Set.of(), document -> {
            throw new NoClassDefFoundError("native library");
        });
        assertThatThrownBy(() -> Pipeline.of(fatal).process(documents(3)).toList())
                .isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void resultsBeforeAReadingFaultComeFirst() {
        var documents = documents(100).peek(document -> {
            if (document.id().equals("d20")) {
                throw new IllegalArgumentException("docs.jsonl:21: broken");
            }
        });
        var taken = new ArrayList<String>();
        assertThatThrownBy(() -> Pipeline.of(sentences)
                        .withSettings(FOUR_THREADS)
                        .process(documents)
                        .forEach(result -> taken.add(result.document().id())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("docs.jsonl:21: broken");
        assertThat(taken).hasSize(20).endsWith("d19");
    }

    @Test
    void closingEarlyClosesTheSourceAndWaitsForWhatIsRunning() {
        var running = new AtomicInteger();
        var closed = new AtomicBoolean();
        var slow = new FunctionAnnotator("slow", Set.of(), Set.of(), document -> {
            running.incrementAndGet();
            busyFor(1_000);
            running.decrementAndGet();
            return document;
        });
        var documents = Stream.iterate(0, i -> i + 1)
                .map(i -> Document.of("d" + i, "endless"))
                .onClose(() -> closed.set(true));
        List<Result> first;
        try (var results = Pipeline.of(slow).withSettings(FOUR_THREADS).process(documents)) {
            first = results.limit(3).toList();
        }
        assertThat(first).extracting(result -> result.document().id()).containsExactly("d0", "d1", "d2");
        assertThat(closed).isTrue();
        assertThat(running).hasValue(0);
    }

    @Test
    void threadsEndOnTheirOwnIfNobodyCloses() throws InterruptedException {
        var name = new AtomicBoolean();
        var marks = new ArrayList<Thread>();
        var marking = new FunctionAnnotator("marking", Set.of(), Set.of(), document -> {
            synchronized (marks) {
                marks.add(Thread.currentThread());
            }
            name.set(Thread.currentThread().getName().startsWith("dragoman-pipeline-"));
            return document;
        });
        var first = Pipeline.of(marking)
                .withSettings(FOUR_THREADS)
                .process(documents(1_000))
                .findFirst();
        assertThat(first).isPresent();
        assertThat(name).isTrue();
        List<Thread> threads;
        synchronized (marks) {
            threads = List.copyOf(marks);
        }
        for (var thread : threads) {
            assertThat(thread.isDaemon()).isTrue();
            thread.join(Duration.ofSeconds(20).toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void closingTwiceOrAfterTheEndDoesNoHarm() {
        var results = Pipeline.of(sentences).process(documents(3));
        assertThat(results.toList()).hasSize(3);
        assertThatCode(() -> {
                    results.close();
                    results.close();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void oneThreadAndBatchesOfOneGiveTheSameAsMany() {
        var pipeline = Pipeline.of(sentences);
        var one = pipeline.withSettings(new PipelineSettings(1, 1, 1_000, false))
                .process(documents(50))
                .toList();
        var many = pipeline.withSettings(FOUR_THREADS).process(documents(50)).toList();
        assertThat(one).isEqualTo(many);
    }

    private static Stream<Document> documents(int count) {
        return IntStream.range(0, count).mapToObj(i -> Document.of("d" + i, "text " + i));
    }

    private static void busyFor(int microseconds) {
        var end = System.nanoTime() + microseconds * 1_000L;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
