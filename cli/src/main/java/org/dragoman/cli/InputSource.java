package org.dragoman.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Where documents come from: a file or the standard input.
 *
 * @param name what the document is called: the file as it was given, or its path in the folder that was given, with slashes
 * @param file nothing for the standard input
 */
record InputSource(String name, Optional<Path> file) {
    /** What messages call it. */
    String place() {
        return file.map(Path::toString).orElse(name);
    }

    /** What a file made from this one is called, with its folders inside the folder that was given. */
    Path outputName() {
        return file.filter(Path.of(name)::equals).map(Path::getFileName).orElseGet(() -> Path.of(name));
    }

    /**
     * The sources that arguments name; the files of a folder are those of the format at any depth that aren't hidden, in the order of
     * their paths.
     *
     * @throws IllegalArgumentException if a folder has none
     * @throws UncheckedIOException if a folder cannot be listed
     */
    static List<InputSource> of(List<String> arguments, InputFormat format) {
        var sources = new ArrayList<InputSource>();
        for (var argument : arguments) {
            if (argument.equals("-")) {
                sources.add(new InputSource("standard input", Optional.empty()));
            } else if (Files.isDirectory(Path.of(argument))) {
                sources.addAll(filesOf(Path.of(argument), format));
            } else {
                sources.add(new InputSource(argument, Optional.of(Path.of(argument))));
            }
        }
        return sources;
    }

    private static List<InputSource> filesOf(Path folder, InputFormat format) {
        try (var files = Files.walk(folder)) {
            var found = files.filter(file -> Files.isRegularFile(file) && format.isIn(file))
                    .map(folder::relativize)
                    .filter(name -> !isHidden(name))
                    .sorted()
                    .map(name -> new InputSource(slashes(name), Optional.of(folder.resolve(name))))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("the folder " + folder + " has no files that end in "
                        + String.join(" or ", format.extensions()) + "; --from says what the files hold");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean isHidden(Path name) {
        return StreamSupport.stream(name.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }

    private static String slashes(Path name) {
        return StreamSupport.stream(name.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
