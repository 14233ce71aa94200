package org.dragoman.corpora.catalogue;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The body of an answer, of which no read may last too long; Java's client waits forever once an answer has begun. Not thread safe.
 */
final class ImpatientStream extends FilterInputStream {
    private final Duration patience;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, ImpatientStream::daemon);

    /**
     * Watches a stream.
     *
     * @param in closed with this one; a read that waits ends when another thread closes it, as with Java's client
     * @param patience how long a read may last
     */
    ImpatientStream(InputStream in, Duration patience) {
        super(in);
        this.patience = patience;
        clock.setRemoveOnCancelPolicy(true);
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "corpus-download-clock");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /**
     * As of any stream.
     *
     * @throws IOException if the connection breaks, or nothing comes for too long
     */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var isLate = new AtomicBoolean();
        var alarm = clock.schedule(() -> giveUp(isLate), patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var got = in.read(buffer, offset, length);
            if (!isLate.get()) {
                return got;
            }
        } catch (IOException e) {
            if (!isLate.get()) {
                throw e;
            }
        } finally {
            alarm.cancel(false);
        }
        throw new IOException("nothing came for " + patience.toMillis() + " ms");
    }

    private void giveUp(AtomicBoolean isLate) {
        isLate.set(true);
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        in.close();
    }
}
