package org.dragoman.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import java.nio.file.Path;
import java.util.Optional;

/** The options that choose a translation model, for every command that needs one. */
final class ModelOptions {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--from",
            paramLabel = "LANG",
            defaultValue = "en",
            description = "Language of the input. Default: en.")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "LANG",
            description = "Language to translate to, such as de. Needed unless --model is given.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of a trained model, in place of the one built in.")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--beam",
            paramLabel = "N",
            defaultValue = "5",
            description = "Hypotheses kept by the search; 1 is fastest. Default: 5.")
    private int beam;

    /**
     * What the user asked for.
     *
     * @throws ParameterException if the options don't say enough
     */
    Translators.Request request() {
        if (model.isEmpty() && to.isEmpty()) {
            throw new ParameterException(command.commandLine(), "missing --to LANG: which language should it be?");
        }
        if (beam < 1) {
            throw new ParameterException(command.commandLine(), "--beam must be at least 1, got " + beam);
        }
        return new Translators.Request(from, to, model, beam);
    }
}
