package org.dragoman.cli;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.pipeline.Document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/** Writes the documents of each source into a file of the same name in a folder, whole or not at all. */
final class AnnotationFolder {
    private final Path folder;
    private final AnnotationFormat format;
    private final InputDocuments inputs;
    private final Map<InputSource, Path> files = new HashMap<>();

    /**
     * @throws IllegalArgumentException if two sources would be written to one file, or a source would be replaced
     */
    AnnotationFolder(
            Path folder, AnnotationFormat format, List<InputSource> sources, InputFormat from, InputDocuments inputs) {
        this.folder = folder;
        this.format = format;
        this.inputs = inputs;
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--output " + folder + " must be a folder here, but it is a file");
        }
        var owners = new HashMap<Path, InputSource>();
        for (var source : sources) {
            var name = from.withoutExtension(source.outputName().toString()) + format.extension();
            var file = folder.resolve(name);
            var other = owners.putIfAbsent(file, source);
            if (other != null) {
                throw new IllegalArgumentException(other.place() + " and " + source.place()
                        + " would both be written to " + file + "; annotate them into two folders");
            }
            files.put(source, file);
        }
        FilePlaces.check(
                sources.stream().flatMap(source -> source.file().stream()).toList(),
                files.values().stream().flatMap(file -> written(file).stream()).toList());
    }

    private List<Path> written(Path file) {
        return format == AnnotationFormat.BRAT ? List.of(file, textBeside(file)) : List.of(file);
    }

    /** Writes all documents; those of a source must follow each other. A file that can't be written is told. */
    void write(Iterator<Annotated> annotated) {
        var rest = new Rest(annotated);
        while (rest.hasNext()) {
            var source = rest.peek().source();
            try {
                write(source, new Group(rest, source));
            } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
                inputs.fail(e.getMessage());
            }
            while (rest.hasNext() && rest.peek().source().equals(source)) {
                rest.next();
            }
        }
    }

    private void write(InputSource source, Group group) {
        var file = files.get(source);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + file.getParent() + ": " + e.getMessage(), e);
        }
        var text =
                format == AnnotationFormat.BRAT ? group.rest.peek().document().text() : "";
        var spliterator = Spliterators.spliteratorUnknownSize(group, Spliterator.ORDERED | Spliterator.NONNULL);
        try {
            AtomicFile.writeText(file, out -> {
                format.write(source.name(), StreamSupport.stream(spliterator, false), out);
                if (inputs.isBroken(source)) {
                    throw new Incomplete();
                }
            });
        } catch (Incomplete e) {
            return; // told already
        }
        if (format == AnnotationFormat.BRAT) {
            AtomicFile.writeText(textBeside(file), out -> out.write(text));
        }
    }

    private static Path textBeside(Path annotations) {
        var name = annotations.getFileName().toString();
        return annotations.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
    }

    /** Keeps a file from being written of which the source could not be read to its end. */
    private static final class Incomplete extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A document with where it came from. */
    record Annotated(InputSource source, Document document) {}

    /** What has not been written yet. */
    private static final class Rest {
        private final Iterator<Annotated> annotated;
        private Annotated next; // null if it has to be fetched

        Rest(Iterator<Annotated> annotated) {
            this.annotated = annotated;
        }

        boolean hasNext() {
            if (next == null && annotated.hasNext()) {
                next = annotated.next();
            }
            return next != null;
        }

        Annotated peek() {
            if (!hasNext()) {
                throw new NoSuchElementException("all documents are written");
            }
            return next;
        }

        Annotated next() {
            var result = peek();
            next = null;
            return result;
        }
    }

    /** The documents of one source. */
    private record Group(Rest rest, InputSource source) implements Iterator<Document> {
        @Override
        public boolean hasNext() {
            return rest.hasNext() && rest.peek().source().equals(source);
        }

        @Override
        public Document next() {
            return rest.next().document();
        }
    }
}
