package org.dragoman.cli;

import org.dragoman.corpora.format.InlineCodes;
import org.dragoman.corpora.format.Languages;
import org.dragoman.corpora.format.ParallelSettings;
import org.dragoman.corpora.format.Untranslated;
import picocli.CommandLine.Option;

import java.util.Optional;

/** The options that say what is to be known beside parallel text in a file. */
final class ParallelOptions {
    @Option(
            names = "--source-language",
            paramLabel = "LANG",
            description = "Language of the sources, as en or pt-BR; needed by TMX, Moses and to write XLIFF.")
    private Optional<String> sourceLanguage = Optional.empty();

    @Option(
            names = "--target-language",
            paramLabel = "LANG",
            description = "Language of the targets; needed by the same.")
    private Optional<String> targetLanguage = Optional.empty();

    @Option(
            names = "--inline-codes",
            paramLabel = "WHAT",
            defaultValue = "DROP",
            description = "drop or keep: what becomes of markup inside segments of TMX and XLIFF. Default: drop.")
    private InlineCodes codes;

    @Option(
            names = "--untranslated",
            paramLabel = "WHAT",
            defaultValue = "DROP",
            description = "drop or keep (with an empty target): units of XLIFF without a target. Default: drop.")
    private Untranslated untranslated;

    @Option(
            names = "--source-field",
            paramLabel = "NAME",
            defaultValue = "source",
            description = "Field of the sources in JSON lines. Default: source.")
    private String sourceField;

    @Option(
            names = "--target-field",
            paramLabel = "NAME",
            defaultValue = "target",
            description = "Field of the targets in JSON lines. Default: target.")
    private String targetField;

    /**
     * Settings of parallel text.
     *
     * @throws IllegalArgumentException if only one language is given, or something is wrong
     */
    ParallelSettings settings() {
        if (sourceLanguage.isPresent() != targetLanguage.isPresent()) {
            throw new IllegalArgumentException("--source-language and --target-language are needed both or not at all");
        }
        var languages = sourceLanguage.map(source -> new Languages(source, targetLanguage.orElseThrow()));
        return new ParallelSettings(languages, codes, untranslated, sourceField, targetField);
    }

    /** The language of the sources, where the user gave it. */
    Optional<String> sourceLanguage() {
        return sourceLanguage;
    }

    /** The language of the targets, where the user gave it. */
    Optional<String> targetLanguage() {
        return targetLanguage;
    }
}
