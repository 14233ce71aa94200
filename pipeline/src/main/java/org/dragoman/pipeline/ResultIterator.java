package org.dragoman.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Results in the order of the documents, worked out in batches by several threads. Only the thread that asks for results reads
 * documents, and it reads no further than the window of batches in flight, so a slow consumer holds the whole line back.
 */
final class ResultIterator implements Iterator<Result>, AutoCloseable {
    private static final int BATCHES_A_THREAD = 2; // one being worked on and one waiting, so that no thread runs dry

    private final Iterator<Document> documents;
    private final BatchRunner runner;
    private final PipelineSettings settings;
    private final ThreadPoolExecutor workers;
    private final Deque<Future<List<Result>>> inFlight = new ArrayDeque<>();
    private Iterator<Result> ready = Collections.emptyIterator();
    private RuntimeException readFailure; // what reading documents threw, kept until the results before it are out
    private boolean closed;

    ResultIterator(Iterator<Document> documents, BatchRunner runner, PipelineSettings settings) {
        this.documents = documents;
        this.runner = runner;
        this.settings = settings;
        this.workers = workers(settings.threads());
    }

    /** Threads that start with the first batch and end one second after the last one, even if nobody closes the stream. */
    private static ThreadPoolExecutor workers(int threads) {
        var count = new AtomicInteger();
        var workers =
                new ThreadPoolExecutor(threads, threads, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = new Thread(task, "dragoman-pipeline-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }

    @Override
    public boolean hasNext() {
        while (!ready.hasNext()) {
            fill();
            if (inFlight.isEmpty()) {
                finish();
                return false;
            }
            ready = await(inFlight.remove()).iterator();
        }
        return true;
    }

    @Override
    public Result next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more documents");
        }
        var result = ready.next();
        if (settings.stopOnFailure() && result instanceof Result.Failed failed) {
            close();
            throw failed.exception();
        }
        return result;
    }

    /** Gives up the batches that wait and returns when those that run have ended. */
    @Override
    public void close() {
        closed = true;
        ready = Collections.emptyIterator();
        inFlight.forEach(batch -> batch.cancel(false));
        inFlight.clear();
        workers.shutdown();
        try {
            workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Puts at least one batch in flight, then more until the window is full or the first in line is done. */
    private void fill() {
        var window = BATCHES_A_THREAD * settings.threads();
        while (!closed && readFailure == null && inFlight.size() < window) {
            var batch = nextBatch();
            if (batch.isEmpty()) {
                return;
            }
            inFlight.add(workers.submit(() -> runner.run(batch)));
            if (inFlight.element().isDone()) {
                return;
            }
        }
    }

    private List<Document> nextBatch() {
        var batch = new ArrayList<Document>(settings.batchSize());
        try {
            while (batch.size() < settings.batchSize() && documents.hasNext()) {
                batch.add(documents.next());
            }
        } catch (RuntimeException e) {
            readFailure = e;
        }
        return batch;
    }

    private void finish() {
        if (!closed) {
            close();
        }
        if (readFailure != null) {
            throw readFailure;
        }
    }

    private List<Result> await(Future<List<Result>> batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException("interrupted while waiting for results of the pipeline", e);
        } catch (ExecutionException e) {
            close();
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("the pipeline broke off", e.getCause());
        }
    }
}
