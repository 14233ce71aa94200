package org.dragoman.annotators.lemmas;

import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.util.StringUtil;
import org.dragoman.annotators.opennlp.OpenNlpModel;
import org.dragoman.annotators.opennlp.Pool;
import org.dragoman.pipeline.PosTag;

import java.util.Locale;
import java.util.Set;

/**
 * A lemmatizer for German: edit scripts from a model of OpenNLP, with a case policy of its own, since OpenNLP's decoding puts every lemma into
 * lower case. Nouns and names keep their capitals, numbers and symbols stay as they are, all other words are put into lower case.
 *
 * <p>Each word is looked at alone, so that answers can be remembered. Safe for use by many threads.
 */
public final class GermanLemmatizer implements Lemmatizer {
    private static final Set<String> KEEP_CASE = Set.of("NOUN", "PROPN", "X");
    private static final String NO_CHANGE = "O";

    private final Pool<LemmatizerME> scripts;

    private GermanLemmatizer(LemmatizerModel model) {
        this.scripts = new Pool<>(() -> new LemmatizerME(model));
    }

    /**
     * Opens the model.
     *
     * @throws java.io.UncheckedIOException if the model is not on the class path
     */
    public static Lemmatizer open() {
        return new LemmaMemo(new GermanLemmatizer(OpenNlpModel.GERMAN_LEMMAS.get()));
    }

    @Override
    public String lemma(String form, PosTag tag) {
        if (!form.chars().anyMatch(Character::isLetter)) {
            return form;
        }
        var cased = KEEP_CASE.contains(tag.universal()) ? form : form.toLowerCase(Locale.ROOT);
        String script = scripts.with(
                lemmatizer -> lemmatizer.predictSES(new String[] {form}, new String[] {tag.universal()})[0]);
        return decoded(cased, script);
    }

    /** A script that was learned for other words may not fit this one; then the word is its own lemma. */
    private static String decoded(String form, String script) {
        if (script.equals(NO_CHANGE)) {
            return form;
        }
        try {
            var lemma = StringUtil.decodeShortestEditScript(form, script);
            return lemma.isEmpty() || lemma.equals("_") ? form : lemma;
        } catch (StringIndexOutOfBoundsException e) {
            return form;
        }
    }
}
