package org.dragoman.cli;

import org.dragoman.corpora.format.CorpusFormat;
import org.dragoman.corpora.format.CorpusFormats;
import org.dragoman.corpora.format.CorpusKind;
import org.dragoman.corpora.format.ParallelFormat;
import org.dragoman.corpora.format.ParallelSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The options that say what form a corpus of pairs or of lines has, for every command that reads either. */
final class CorpusOptions {
    private static final String LINES = "lines";
    private static final String COLUMNS =
            "conll"; // end of names of tagged text, which doesn't tell the scheme of the tags

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            description =
                    "What is read: lines (one language, a sentence a line), aligned, moses, tsv, tmx, xliff or jsonl. Default: aligned"
                            + " for two files, or else what the end of the name says, or else lines; a name that tells of tagged or"
                            + " labelled text is refused.")
    private Optional<String> from = Optional.empty();

    @Mixin
    private ParallelOptions parallel;

    /**
     * Form of the files that are read; empty for lines of one language.
     *
     * @throws IllegalArgumentException if the user named a format that isn't there, or none, and a name tells of text of another kind
     */
    Optional<ParallelFormat> format(List<Path> files) {
        if (from.isEmpty() && files.size() == 2) {
            files.forEach(file -> refuseOtherKinds(file, "--from aligned"));
            return Optional.of(ParallelFormat.ALIGNED);
        }
        return format(files.get(0));
    }

    /** Form of a file for itself, under the same conditions; empty for lines of one language. */
    Optional<ParallelFormat> format(Path file) {
        if (from.isPresent()) {
            return from.get().equalsIgnoreCase(LINES) ? Optional.empty() : Optional.of(ParallelFormat.of(from.get()));
        }
        refuseOtherKinds(file, "--from " + LINES);
        return guess(file);
    }

    /** Refuses tagged and labelled text, where a line alone is no text. */
    private static void refuseOtherKinds(Path file, String anyway) {
        var formats = CorpusFormats.guess(file);
        var kinds = formats.stream().map(CorpusFormat::kind).toList();
        if (kinds.contains(CorpusKind.PARALLEL)) {
            return;
        }
        if (!kinds.isEmpty() || CorpusFormats.extension(file).equals(COLUMNS)) {
            var kind = kinds.isEmpty() ? CorpusKind.TAGGED : kinds.get(0);
            throw new IllegalArgumentException("by the end of its name, " + file + " is " + kind.title()
                    + ", neither lines nor pairs; "
                    + anyway + " reads its lines as they are, and \"dragoman corpus convert\" writes other forms of "
                    + kind.title());
        }
    }

    private static Optional<ParallelFormat> guess(Path file) {
        return CorpusFormats.guess(file).stream()
                .filter(ParallelFormat.class::isInstance)
                .map(ParallelFormat.class::cast)
                .findFirst();
    }

    /**
     * Form of the files that pairs are written to: what the user said, or else aligned for two files, or else what the end of the name tells,
     * or else as they were read.
     */
    static ParallelFormat written(Optional<String> to, List<Path> output, ParallelFormat asRead) {
        if (to.isPresent()) {
            return ParallelFormat.of(to.get());
        }
        if (output.size() == 2) {
            return ParallelFormat.ALIGNED;
        }
        return guess(output.get(0)).orElse(asRead);
    }

    /**
     * The one file of lines.
     *
     * @throws IllegalArgumentException if there are several
     */
    static Path single(List<Path> files) {
        if (files.size() != 1) {
            throw new IllegalArgumentException("lines of one language are in one file, got " + files.size());
        }
        return files.get(0);
    }

    /** What is to be known beside the files. */
    ParallelSettings settings() {
        return parallel.settings();
    }

    /** The languages that the user gave. */
    List<String> languages() {
        return Stream.of(parallel.sourceLanguage(), parallel.targetLanguage())
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The language of the sources, or of lines.
     *
     * @throws IllegalArgumentException if it isn't given
     */
    String sourceLanguage() {
        return parallel.sourceLanguage().orElseThrow(() -> new IllegalArgumentException("--source-language is needed"));
    }

    /**
     * The language of the targets.
     *
     * @throws IllegalArgumentException if it isn't given
     */
    String targetLanguage() {
        return parallel.targetLanguage().orElseThrow(() -> new IllegalArgumentException("--target-language is needed"));
    }
}
