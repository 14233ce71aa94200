package org.dragoman.cli;

import org.dragoman.nmt.search.LengthPenalty;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.Locale;
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

    @Option(
            names = "--length-penalty",
            paramLabel = "KIND:ALPHA",
            converter = LengthPenaltyConverter.class,
            description =
                    "By what log-probabilities are divided, so that long translations can compete: average:A (length^A), gnmt:A"
                            + " (((5 + length) / 6)^A) or none. Default: as the model's makers chose, gnmt:0.6 for ours.")
    private Optional<LengthPenalty> lengthPenalty = Optional.empty();

    /**
     * The one model that the user asked for.
     *
     * @throws ParameterException if the options don't say enough
     */
    Translators.Request request() {
        var request = choice.request(new SearchChoice(beam, lengthPenalty));
        checkBeam();
        return request;
    }

    /**
     * All models that the user asked for, at least one.
     *
     * @throws ParameterException if the options don't say enough
     */
    List<Translators.Request> requests() {
        var requests = choice.requests(new SearchChoice(beam, lengthPenalty));
        checkBeam();
        return requests;
    }

    private void checkBeam() {
        beam.filter(width -> width < 1).ifPresent(width -> {
            throw new ParameterException(command.commandLine(), "--beam must be at least 1, got " + width);
        });
    }

    /** Reads {@code none}, {@code gnmt:0.6} and {@code average:1}. */
    static final class LengthPenaltyConverter implements ITypeConverter<LengthPenalty> {
        @Override
        public LengthPenalty convert(String text) {
            var parts = text.split(":", 2);
            var kind = parts[0].toLowerCase(Locale.ROOT);
            try {
                if (kind.equals("none") && parts.length == 1) {
                    return new LengthPenalty.None();
                }
                if (kind.equals("gnmt")) {
                    return new LengthPenalty.Gnmt(Double.parseDouble(parts[1]));
                }
                if (kind.equals("average")) {
                    return new LengthPenalty.Average(Double.parseDouble(parts[1]));
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new TypeConversionException(expected(text));
            }
            throw new TypeConversionException(expected(text));
        }

        private static String expected(String text) {
            return "expected none, gnmt:A or average:A with a number A from 0 on, such as average:1, got " + text;
        }
    }
}
