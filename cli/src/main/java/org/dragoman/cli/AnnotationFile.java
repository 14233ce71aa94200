package org.dragoman.cli;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.pipeline.Document;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Writes the documents of all sources into one file: those that went through, or nothing if none did. */
final class AnnotationFile {
    private final Path file;
    private final AnnotationFormat format;
    private final InputDocuments inputs;

    /** @throws IllegalArgumentException if a source would be replaced */
    AnnotationFile(Path file, AnnotationFormat format, List<InputSource> sources, InputDocuments inputs) {
        FilePlaces.check(
                sources.stream().flatMap(source -> source.file().stream()).toList(), List.of(file));
        this.file = file;
        this.format = format;
        this.inputs = inputs;
    }

    /** Writes the documents. Where none went through, what was there before stays, and that is told. */
    void write(String title, Stream<Document> documents) {
        var written = new AtomicLong();
        try {
            AtomicFile.writeText(file, out -> {
                format.write(title, documents.peek(document -> written.incrementAndGet()), out);
                if (written.get() == 0 && inputs.failures() > 0) {
                    throw new NothingToWrite();
                }
            });
        } catch (NothingToWrite e) {
            inputs.fail("no document went through, so " + file + " was not written");
        }
    }

    private static final class NothingToWrite extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
