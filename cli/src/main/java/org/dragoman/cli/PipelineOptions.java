package org.dragoman.cli;

import org.dragoman.annotators.English;
import org.dragoman.pipeline.Pipeline;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** The options that say what annotates: a pipeline, or a file in which the work is done already. */
final class PipelineOptions {
    @Option(
            names = "--pipeline",
            paramLabel = "FILE",
            description = "Pipeline file (JSON) that annotates. Default: the English pipeline.")
    private Optional<Path> pipelineFile = Optional.empty();

    @Option(
            names = "--system",
            paramLabel = "FILE",
            description = "Score this file, in the form of GOLD, instead of running a pipeline.")
    private Optional<Path> system = Optional.empty();

    /** The file that was made before, if there is one. */
    Optional<Path> system() {
        if (system.isPresent() && pipelineFile.isPresent()) {
            throw new IllegalArgumentException("--system scores a file, so it doesn't go with --pipeline");
        }
        return system;
    }

    /** The pipeline to run; the caller closes it. */
    Pipeline pipeline() {
        return pipelineFile.map(Pipeline::read).orElseGet(English::pipeline);
    }
}
