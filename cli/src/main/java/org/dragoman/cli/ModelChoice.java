package org.dragoman.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The options that name one or more translation models. */
final class ModelChoice {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--from",
            paramLabel = "LANG",
            description = "Language of the input. Default: that of the model given, or en.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "LANG",
            description =
                    "Language to translate to, such as de. Needed unless --model is given, and for a model that writes"
                            + " several.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description =
                    "Folder of a trained model, in place of the one built in: our own, a Hugging Face directory of a"
                            + " Marian model, an OPUS-MT release (folder or zip), a folder of CTranslate2, or an"
                            + " unpacked package of Argos Translate.")
    private List<Path> models = List.of();

    /** Whether a model was named at all. */
    boolean isGiven() {
        return to.isPresent() || !models.isEmpty();
    }

    /**
     * The one model that was asked for.
     *
     * @param search what of the search the user chose
     * @throws ParameterException if the options don't name exactly one
     */
    Translators.Request request(SearchChoice search) {
        if (models.size() > 1) {
            throw new ParameterException(
                    command.commandLine(), "--model was given " + models.size() + " times, but one model is used here");
        }
        return requests(search).get(0);
    }

    /**
     * All models that were asked for.
     *
     * @throws ParameterException if the options don't name one
     */
    List<Translators.Request> requests(SearchChoice search) {
        if (!isGiven()) {
            throw new ParameterException(command.commandLine(), "missing --to LANG: which language should it be?");
        }
        return models.isEmpty()
                ? List.of(new Translators.Request(from, to, Optional.empty(), search))
                : models.stream()
                        .map(folder -> new Translators.Request(from, to, Optional.of(folder), search))
                        .toList();
    }
}
