package org.dragoman.annotators.lemmas;

import org.dragoman.annotators.models.ModelResource;
import org.dragoman.pipeline.PosTag;

import java.nio.file.Path;

/**
 * A lemmatizer learned from a treebank: a table of the forms that follow no rule, and for the others, seen or not, the edit script that
 * suits their ending, shape and tags.
 *
 * <p>Case follows the treebank: names keep theirs (<em>Studios</em> as a name is <em>Studio</em>), other words are put into lower case where
 * words like them were. Safe for use by many threads.
 */
public final class LearnedLemmatizer implements Lemmatizer {
    private static final ModelResource<LemmaModel> ENGLISH = new ModelResource<>(
            "org.dragoman:dragoman-model-en",
            "en/lemmas/lemmas.bin",
            (name, bytes) -> LemmaModel.FORMAT.read(name, bytes, LemmaModel::read));

    private final LemmaModel model;

    LearnedLemmatizer(LemmaModel model) {
        this.model = model;
    }

    /**
     * A lemmatizer for English, learned from the training part of UD English EWT.
     *
     * @throws java.io.UncheckedIOException if the model is not on the class path
     */
    public static Lemmatizer english() {
        return new LemmaMemo(new LearnedLemmatizer(ENGLISH.get()));
    }

    /**
     * A lemmatizer with a model from a file, as the task {@code lemmas} trains it.
     *
     * @throws java.io.UncheckedIOException if it can't be read, is another model or is damaged
     */
    public static Lemmatizer read(Path file) {
        return new LemmaMemo(new LearnedLemmatizer(LemmaModel.FORMAT.read(file, LemmaModel::read)));
    }

    @Override
    public String lemma(String form, PosTag tag) {
        return model.lemma(form, tag);
    }
}
