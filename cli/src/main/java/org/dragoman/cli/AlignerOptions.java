package org.dragoman.cli;

import org.dragoman.eval.alignment.Symmetrization;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.translate.Aligner;
import org.dragoman.nmt.translate.AlignmentUnit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The options that say how models align. */
final class AlignerOptions {
    @Mixin
    private HeadChoice head;

    @Option(
            names = "--links",
            paramLabel = "RULE",
            defaultValue = LinkRule.STRONGEST,
            converter = LinkRule.Converter.class,
            description = "strongest: each target word is linked to the source word that it attends to most;"
                    + " threshold:0.2: to each that gets as much. Default: strongest.")
    private LinkRule links;

    @Option(
            names = "--reverse-model",
            paramLabel = "DIR",
            description = "Folder of a model of the other direction, whose links are merged with those of the first.")
    private Optional<Path> reverseModel = Optional.empty();

    @Option(
            names = "--symmetrize",
            paramLabel = "NAME",
            converter = SymmetrizationConverter.class,
            description =
                    "How the links of both directions are merged: intersection, union, grow-diag, grow-diag-final or"
                            + " grow-diag-final-and. Default with --reverse-model: grow-diag-final-and.")
    private Optional<Symmetrization> symmetrization = Optional.empty();

    /** Whether links were asked for that aren't just the strongest weights of one model. */
    boolean chooseLinks() {
        return links.threshold().isPresent() || reverseModel.isPresent();
    }

    /** How weights become links, in words. */
    String describeLinks() {
        var rule = links.threshold().isPresent()
                ? "Links of weight " + links.threshold().getAsDouble() + " or more"
                : "Strongest link of each target word";
        return reverseModel.isEmpty()
                ? rule
                : rule + ", merged with those of " + reverseModel.get() + " by "
                        + symmetrization.orElse(Symmetrization.GROW_DIAG_FINAL_AND);
    }

    /**
     * Looks for options that contradict each other.
     *
     * @throws IllegalArgumentException if some do
     */
    void check(AlignmentUnit unit) {
        if (symmetrization.isPresent() && reverseModel.isEmpty()) {
            throw new IllegalArgumentException(
                    "--symmetrize merges two directions: name the model of the other one by --reverse-model DIR");
        }
        if (reverseModel.isPresent() && unit == AlignmentUnit.PIECES) {
            throw new IllegalArgumentException(
                    "--reverse-model may divide words into other pieces, so it goes with words or tokens, not with pieces");
        }
    }

    /**
     * Opens the aligner that was asked for; the caller closes it.
     *
     * @throws IllegalArgumentException if the options contradict each other or the models
     */
    SentenceAligner open(Translators.Request request, AlignmentUnit unit) {
        check(unit);
        var forward = Models.model(request).model();
        try {
            var reverse = reverseModel.map(folder -> reverse(folder, forward));
            return new SentenceAligner(
                    new SentenceAligner.Direction(forward, new Aligner(forward, unit)),
                    reverse.map(model -> new SentenceAligner.Direction(model, new Aligner(model, unit))),
                    head,
                    links,
                    symmetrization.orElse(Symmetrization.GROW_DIAG_FINAL_AND));
        } catch (RuntimeException e) {
            forward.close();
            throw e;
        }
    }

    private static TranslationModel reverse(Path folder, TranslationModel forward) {
        var languages = forward.settings();
        return Models.model(new Translators.Request(
                        Optional.of(languages.target()),
                        Optional.of(languages.source()),
                        Optional.of(folder),
                        SearchChoice.NONE))
                .model();
    }

    /** Reads names as the literature has them. */
    static final class SymmetrizationConverter implements ITypeConverter<Symmetrization> {
        @Override
        public Symmetrization convert(String text) {
            return Arrays.stream(Symmetrization.values())
                    .filter(value -> value.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of " + Arrays.toString(Symmetrization.values()) + ", got \"" + text + "\""));
        }
    }
}
