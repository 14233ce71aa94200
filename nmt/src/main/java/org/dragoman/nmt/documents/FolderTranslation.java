package org.dragoman.nmt.documents;

import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Translates a folder of documents into another, in the same formats under the same names.
 *
 * <ul>
 *   <li>Files are taken in the order of their paths, at any depth. What {@link DocumentFormat#of} does not know is skipped and
 *       reported, and so are symbolic links; hidden files and folders are left out and counted.
 *   <li>Each run of text is one small document of the pipeline, called {@code file#number}. All runs of all files go through it
 *       as one stream, so batches fill across lines and files. In memory are the text of the files that have runs on
 *       their way, nothing else.
 *   <li>A file is written whole or not at all, in place of one of that name. One that is not UTF-8, cannot be read or written,
 *       or has a run that fails, is reported with the reason, and the others go on.
 * </ul>
 *
 * @param input a folder, or one file
 * @param output the folder to write to; made when the first file is written
 * @param language BCP 47 tag of the target language, under which the pipeline puts its {@link Layers#TRANSLATION}
 */
public record FolderTranslation(Path input, Path output, String language) {
    public FolderTranslation {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(language, "language");
    }

    /** Translates without telling anyone how far it is. */
    public TranslationReport run(Pipeline pipeline) {
        return run(pipeline, progress -> {});
    }

    /**
     * Translates all files.
     *
     * @param pipeline for plain text without layers; provides {@link Layers#TRANSLATION}
     * @param listener told after each run and each file, in the caller's thread
     * @throws IllegalArgumentException before anything is written, if the input is missing, the output is no folder, one
     *     would be written inside the other, or the pipeline does not translate
     * @throws UncheckedIOException if the input folder cannot be listed
     */
    public TranslationReport run(Pipeline pipeline, Consumer<Progress> listener) {
        TranslatedRun.checkTranslates(pipeline);
        checkPlaces();
        var start = System.nanoTime();
        var found = InputFiles.of(input);
        var reports = new ArrayList<>(found.leftOut());
        reports.addAll(new FolderRun(output, language, found.files(), listener).run(pipeline));
        reports.sort(Comparator.comparing(FileReport::file));
        return new TranslationReport(reports, found.hidden(), (System.nanoTime() - start) / 1e9);
    }

    private void checkPlaces() {
        if (!Files.exists(input)) {
            throw new IllegalArgumentException("there is no file or folder " + input);
        }
        if (Files.exists(output) && !Files.isDirectory(output)) {
            throw new IllegalArgumentException("the output " + output + " must be a folder, but it is a file");
        }
        var from = real(input);
        var to = real(output);
        if (!Files.isDirectory(input)) {
            checkFile(from, to);
        } else if (from.startsWith(to) || to.startsWith(from)) {
            throw new IllegalArgumentException("the output folder " + output + " and the input folder " + input
                    + " must not be the same or one inside the other; choose another output folder");
        }
    }

    private void checkFile(Path from, Path to) {
        if (from.equals(real(to.resolve(input.getFileName().toString())))) {
            throw new IllegalArgumentException("the translation of " + input + " would replace it in the output folder "
                    + output + "; choose another output folder");
        }
    }

    /** The path without symbolic links, as far as it exists. */
    private static Path real(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        var existing = absolute;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing.toRealPath().resolve(existing.relativize(absolute));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + existing + ": " + e.getMessage(), e);
        }
    }
}
