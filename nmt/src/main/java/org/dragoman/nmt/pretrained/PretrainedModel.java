package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.model.ModelSettings;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.tensor.Safetensors;
import org.dragoman.nmt.text.CodedSubwords;
import org.dragoman.nmt.text.LanguageCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;

/**
 * A model that is ready to translate, whoever trained it.
 *
 * @param model network, vocabularies and subwords; closed together with this
 * @param habits how its reference uses it
 * @param origin where it comes from
 * @param source the reference's numbers of source pieces; empty for a model that was trained here
 * @param target the reference's numbers of target pieces
 */
public record PretrainedModel(
        TranslationModel model,
        Habits habits,
        Origin origin,
        Optional<ReferenceIds> source,
        Optional<ReferenceIds> target)
        implements AutoCloseable {

    /**
     * How a model wants to be used.
     *
     * @param search the search of its reference, with the beam that its makers chose
     * @param maximumPieces longest source that is translated at once, its end marker not counted
     * @param cleansUp whether spaces before English marks and clitics are taken out of translations
     */
    public record Habits(SearchConfig search, int maximumPieces, boolean cleansUp) {

        /** Those of models that were trained here. */
        public static final Habits DEFAULT = new Habits(SearchConfig.DEFAULT, 120, false);
    }

    /** A model that was trained here, with our own habits. */
    public static PretrainedModel trainedHere(TranslationModel model, Origin origin) {
        return new PretrainedModel(model, Habits.DEFAULT, origin, Optional.empty(), Optional.empty());
    }

    /** The languages among which one must be chosen, in order; none for a model that writes only one. */
    public List<String> languages() {
        return coded().map(subwords ->
                        subwords.codes().stream().map(LanguageCode::language).toList())
                .orElse(List.of());
    }

    private Optional<CodedSubwords> coded() {
        return model.codec().subwords() instanceof CodedSubwords coded ? Optional.of(coded) : Optional.empty();
    }

    /**
     * The same model between the languages that a user wants, the only one that it writes if none is chosen. Both share the network, so only one
     * of them is to be closed.
     *
     * @throws IllegalArgumentException if the model reads or writes others, or writes several and none is chosen
     */
    public PretrainedModel choosing(LanguageChoice choice) {
        var source = model.settings().source();
        var from = choice.from().orElse(source);
        if (languages().isEmpty()) {
            return onlyBetween(from, choice.to().orElse(model.settings().target()), choice);
        }
        if (!isSame(source, from)) {
            throw new IllegalArgumentException("the model " + origin.name() + " translates from '" + source + "', but "
                    + choice.fromOption() + " is '" + from + "'");
        }
        if (choice.to().isEmpty() && languages().size() > 1) {
            throw new IllegalArgumentException(
                    "the model " + origin.name() + " writes several languages: choose one by " + choice.toOption()
                            + ", of " + String.join(", ", languages()));
        }
        var chosen = into(choice.to().orElse(languages().get(0)));
        return chosen.between(from, chosen.model.settings().target());
    }

    private PretrainedModel onlyBetween(String from, String to, LanguageChoice choice) {
        var settings = model.settings();
        if (!isSame(settings.source(), from) || !isSame(settings.target(), to)) {
            throw new IllegalArgumentException(
                    "the model translates from '" + settings.source() + "' to '" + settings.target() + "', but "
                            + choice.fromOption() + " is '" + from + "' and " + choice.toOption() + " is '" + to + "'");
        }
        return between(from, to);
    }

    /**
     * The same model, writing a language. Both share the network, so only one of them is to be closed.
     *
     * @param language one of {@link #languages}, or its code with two letters (ISO 639-1)
     * @throws IllegalArgumentException if the model doesn't write that
     */
    public PretrainedModel into(String language) {
        var known = languages();
        var wanted = known.contains(language) ? language : threeLetters(language);
        if (!known.contains(wanted)) {
            throw new IllegalArgumentException("the model " + origin.name() + " doesn't write '" + language + "', only "
                    + String.join(", ", known));
        }
        var subwords = coded().orElseThrow().choosing(LanguageCode.of(wanted));
        var settings = model.settings().between(model.settings().source(), language);
        return with(settings, model.codec().with(subwords));
    }

    /** Whether two codes name one language, such as {@code fr} and {@code fra}; what isn't known is taken for the same. */
    private static boolean isSame(String one, String other) {
        return one.equals(ModelSummary.UNKNOWN_LANGUAGE)
                || other.equals(ModelSummary.UNKNOWN_LANGUAGE)
                || threeLetters(one).equals(threeLetters(other));
    }

    private static String threeLetters(String language) {
        try {
            return Locale.forLanguageTag(language).getISO3Language();
        } catch (MissingResourceException e) {
            return language;
        }
    }

    private PretrainedModel between(String sourceLanguage, String targetLanguage) {
        return with(model.settings().between(sourceLanguage, targetLanguage), model.codec());
    }

    private PretrainedModel with(ModelSettings settings, Codec codec) {
        return new PretrainedModel(
                new TranslationModel(settings, codec, model.network()), habits, origin, source, target);
    }

    /**
     * Writes the model in our own form into a folder, which is made if it isn't there; it translates as before.
     *
     * @param precision of the weights on disk
     */
    public void save(Path folder, Safetensors.Precision precision) {
        model.save(folder, precision);
        DragomanFolder.writeNotes(folder, this);
    }

    @Override
    public void close() {
        model.close();
    }
}
