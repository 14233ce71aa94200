package org.dragoman.nmt.train;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The windows of a training set, of which the next is read while one is learned from. What is read depends on the number of the window
 * alone, so reading ahead changes no result. For one training thread; a thread of its own does all the reading.
 */
final class WindowsAhead implements AutoCloseable {

    private final TrainingSet data;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "training-data");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<Ahead> ahead = Optional.empty();

    /** @param data is closed together with this */
    WindowsAhead(TrainingSet data) {
        this.data = data;
    }

    private record Ahead(int epoch, int number, CompletableFuture<TrainingSet.Window> window) {
        boolean isOf(int otherEpoch, int otherNumber) {
            return epoch == otherEpoch && number == otherNumber;
        }
    }

    /** Windows of each epoch. */
    int count() {
        return data.windows();
    }

    /** Waits for a window, and lets the one after it be read. */
    TrainingSet.Window window(int epoch, int number) {
        var wanted = ahead.filter(next -> next.isOf(epoch, number)).orElseGet(() -> read(epoch, number));
        if (!data.isAlwaysTheSame()) {
            ahead = Optional.of(number + 1 < count() ? read(epoch, number + 1) : read(epoch + 1, 0));
        }
        try {
            return wanted.window.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Ahead read(int epoch, int number) {
        return new Ahead(epoch, number, CompletableFuture.supplyAsync(() -> data.window(epoch, number), reader));
    }

    @Override
    public void close() {
        CompletableFuture.runAsync(data::close, reader).join();
        reader.shutdown();
    }
}
