package org.dragoman.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dragoman evaluate}: runs models on a corpus and scores what they do. */
@Command(name = "evaluate", description = "Runs a model on a corpus and scores it.")
final class EvaluateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "what should be evaluated? Known: translation, tagging, entities, classification,"
                        + " alignment, language-model");
    }
}
