package org.dragoman.nmt.weights;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;

/** How every format opens and closes its file: nothing stays open when its content is refused. */
final class Opening {

    private Opening() {}

    /** Reads what a file says of its tensors. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    static <T extends TensorFile> T of(Closeable source, String origin, Reading<T> reading) {
        try {
            return reading.read();
        } catch (ZipException | EOFException e) {
            close(source, origin);
            throw new IllegalArgumentException(origin + " is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            close(source, origin);
            throw new UncheckedIOException("cannot read " + origin + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close(source, origin);
            throw e;
        }
    }

    static void close(Closeable source, String origin) {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + origin + ": " + e.getMessage(), e);
        }
    }
}
