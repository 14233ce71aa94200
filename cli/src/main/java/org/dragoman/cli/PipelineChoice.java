package org.dragoman.cli;

import org.dragoman.annotators.English;
import org.dragoman.annotators.French;
import org.dragoman.annotators.German;
import org.dragoman.pipeline.Pipeline;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The options that choose a pipeline: a file, or the language of one that comes along. */
final class PipelineChoice {
    @Option(
            names = "--pipeline",
            paramLabel = "FILE.json",
            description =
                    "Pipeline file that says which steps to take. Default: all steps that there are for the language.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "LANG",
            description = "Language of the texts: en, de or fr. Default: en.")
    private Optional<Language> language = Optional.empty();

    /** The languages that a pipeline comes along for. */
    enum Language {
        EN(English::pipeline),
        DE(German::pipeline),
        FR(French::pipeline);

        private final Supplier<Pipeline> pipeline;

        Language(Supplier<Pipeline> pipeline) {
            this.pipeline = pipeline;
        }
    }

    /** Whether either option was given. */
    boolean isGiven() {
        return file.isPresent() || language.isPresent();
    }

    /** Whether the language was given. */
    boolean isLanguageGiven() {
        return language.isPresent();
    }

    /** The pipeline file that was given. */
    Optional<Path> file() {
        return file;
    }

    /** The language that was given, or the one by default, such as {@code en}. */
    String language() {
        return language.orElse(Language.EN).name().toLowerCase(Locale.ROOT);
    }

    /**
     * The pipeline to run; the caller closes it.
     *
     * @throws IllegalArgumentException if both options were given, or the file is wrong
     */
    Pipeline pipeline() {
        if (file.isPresent() && language.isPresent()) {
            throw new IllegalArgumentException(
                    "the steps of --pipeline have languages of their own, so it doesn't go with --language");
        }
        return file.map(Pipeline::read)
                .orElseGet(() -> language.orElse(Language.EN).pipeline.get());
    }
}
