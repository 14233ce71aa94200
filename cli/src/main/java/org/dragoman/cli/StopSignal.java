package org.dragoman.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Lets Ctrl-C end a long run in order: the machine asks the run to stop, and goes down only when this is closed, which is after the run has
 * saved what it has.
 */
final class StopSignal implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /** @param stop asks the run to stop; called from another thread */
    StopSignal(Runnable stop) {
        hook = new Thread(() -> stopAndWait(stop), "dragoman-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stopAndWait(Runnable stop) {
        stop.run();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the machine is going down, and the hook has done its work
        }
    }
}
