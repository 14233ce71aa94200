package org.dragoman.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import java.util.List;
import java.util.Optional;

/** The options that choose a translation model and its search, for every command that translates. */
final class ModelOptions {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private ModelChoice choice;

    @Option(
            names = "--beam",
            paramLabel = "N",
            description =
                    "Hypotheses kept by the search; 1 is fastest. Default: as many as the model's makers chose, 5 for ours.")
    private Optional<Integer> beam = Optional.empty();

    /**
     * The one model that the user asked for.
     *
     * @throws ParameterException if the options don't say enough
     */
    Translators.Request request() {
        var request = choice.request(beam);
        checkBeam();
        return request;
    }

    /**
     * All models that the user asked for, at least one.
     *
     * @throws ParameterException if the options don't say enough
     */
    List<Translators.Request> requests() {
        var requests = choice.requests(beam);
        checkBeam();
        return requests;
    }

    private void checkBeam() {
        beam.filter(width -> width < 1).ifPresent(width -> {
            throw new ParameterException(command.commandLine(), "--beam must be at least 1, got " + width);
        });
    }
}
