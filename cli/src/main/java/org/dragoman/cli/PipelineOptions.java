package org.dragoman.cli;

import org.dragoman.pipeline.Pipeline;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** The options that say what annotates: a pipeline, or a file in which the work is done already. */
final class PipelineOptions {
    @Mixin
    private PipelineChoice choice;

    @Option(
            names = "--system",
            paramLabel = "FILE",
            description = "Score this file, in the form of GOLD, instead of running a pipeline.")
    private Optional<Path> system = Optional.empty();

    /** The file that was made before, if there is one. */
    Optional<Path> system() {
        if (system.isPresent() && choice.isGiven()) {
            throw new IllegalArgumentException(
                    "--system scores a file, so it doesn't go with --pipeline and --language");
        }
        return system;
    }

    /** The pipeline to run; the caller closes it. */
    Pipeline pipeline() {
        return choice.pipeline();
    }
}
