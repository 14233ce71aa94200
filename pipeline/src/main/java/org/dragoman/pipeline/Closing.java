package org.dragoman.pipeline;

import java.util.List;

/** Closes annotators that hold files or memory outside the heap. */
final class Closing {
    private Closing() {}

    /** Closes those that can be closed, the last first, and only then reports what went wrong. */
    static void closeAll(List<? extends Annotator> annotators) {
        IllegalStateException failure = null;
        for (var i = annotators.size() - 1; i >= 0; i--) {
            try {
                close(annotators.get(i));
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IllegalStateException(
                            "cannot close '" + annotators.get(i).name() + "'", e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void close(Annotator annotator) throws Exception {
        if (annotator instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
