package org.dragoman.nmt.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files of a folder and all below it: those to translate, in the order of their paths, and what is left out and why. */
final class InputFiles {
    private final List<InputFile> files = new ArrayList<>();
    private final List<FileReport> leftOut = new ArrayList<>();
    private int hidden;

    private InputFiles() {}

    /** Looks through a folder, or at a single file, which may be hidden. */
    static InputFiles of(Path input) {
        var found = new InputFiles();
        try {
            if (Files.isDirectory(input)) {
                Files.walkFileTree(input.toRealPath(), found.new Visitor(input.toRealPath()));
            } else {
                found.add(input, input.getFileName(), Files.size(input));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + input + ": " + e.getMessage(), e);
        }
        found.files.sort(Comparator.comparing(InputFile::name));
        return found;
    }

    List<InputFile> files() {
        return files;
    }

    /** What is not to be translated, in no order. */
    List<FileReport> leftOut() {
        return leftOut;
    }

    int hidden() {
        return hidden;
    }

    private void add(Path path, Path name, long bytes) {
        DocumentFormat.of(name)
                .ifPresentOrElse(
                        format -> files.add(new InputFile(path, name, format, bytes)),
                        () -> leftOut.add(FileReport.skipped(name, unknownExtension(name))));
    }

    private static String unknownExtension(Path name) {
        var fileName = name.getFileName().toString();
        var dot = fileName.lastIndexOf('.');
        var extension = dot < 0 ? "no extension" : "unknown extension " + fileName.substring(dot);
        return extension + "; translated are " + String.join(", ", DocumentFormat.allExtensions());
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (!folder.equals(root) && Files.isHidden(folder)) {
                hidden++;
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var name = root.relativize(file);
            if (Files.isHidden(file)) {
                hidden++;
            } else if (attributes.isSymbolicLink()) {
                leftOut.add(FileReport.skipped(name, "a symbolic link, which is not followed"));
            } else if (!attributes.isRegularFile()) {
                leftOut.add(FileReport.skipped(name, "not a regular file"));
            } else {
                add(file, name, attributes.size());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) {
            var reason = cause instanceof AccessDeniedException ? "permission denied" : cause.getMessage();
            leftOut.add(FileReport.failed(root.relativize(file), "cannot read it: " + reason));
            return FileVisitResult.CONTINUE;
        }
    }
}
