package org.dragoman.pipeline;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/** Measures the steps of a pipeline in the calling thread, batch by batch. One run only, one thread. */
final class Profiler {
    private final List<Meter> meters;
    private final PipelineSettings settings;
    private final List<Result.Failed> failures = new ArrayList<>();
    private long documents;
    private long characters;

    Profiler(List<Annotator> annotators, PipelineSettings settings) {
        this.meters = annotators.stream().map(Meter::new).toList();
        this.settings = settings;
    }

    PipelineProfile run(Iterator<Document> source) {
        meters.forEach(Meter::load);
        while (source.hasNext()) {
            var batch = new ArrayList<Document>();
            while (source.hasNext() && batch.size() < settings.batchSize()) {
                batch.add(source.next());
            }
            run(batch);
        }
        var costs = meters.stream().map(Meter::cost).toList();
        return new PipelineProfile(costs, documents, characters, failures);
    }

    private void run(List<Document> batch) {
        documents += batch.size();
        characters +=
                batch.stream().mapToLong(document -> document.text().length()).sum();
        var rest = batch;
        for (var meter : meters) {
            rest = done(meter.run(rest, settings.maxTextLength()));
        }
    }

    private List<Document> done(List<Result> results) {
        var done = new ArrayList<Document>();
        for (var result : results) {
            if (result instanceof Result.Failed failed) {
                failures.add(failed);
            } else {
                done.add(result.document());
            }
        }
        return done;
    }

    private static final class Meter {
        private final Annotator annotator;
        private long loading;
        private long nanos;
        private long bytes;

        Meter(Annotator annotator) {
            this.annotator = annotator;
        }

        void load() {
            var start = System.nanoTime();
            Pipeline.load(annotator);
            loading = System.nanoTime() - start;
        }

        List<Result> run(List<Document> batch, int maxTextLength) {
            var bytesBefore = allocated();
            var start = System.nanoTime();
            var results = new BatchRunner(List.of(annotator), maxTextLength).run(batch);
            nanos += System.nanoTime() - start;
            bytes += allocated() - bytesBefore;
            return results;
        }

        StepCost cost() {
            var memory = allocated() < 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
            return new StepCost(annotator.name(), Duration.ofNanos(loading), Duration.ofNanos(nanos), memory);
        }

        /** Bytes that this thread has allocated so far, or -1 where they aren't counted. */
        private static long allocated() {
            return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                            && threads.isThreadAllocatedMemorySupported()
                            && threads.isThreadAllocatedMemoryEnabled()
                    ? threads.getCurrentThreadAllocatedBytes()
                    : -1;
        }
    }
}
