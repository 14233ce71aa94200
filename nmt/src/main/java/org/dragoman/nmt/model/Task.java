package org.dragoman.nmt.model;

import java.util.Locale;

/** What a model is for. */
public enum Task {
    /** It reads a sentence and writes it in another language. */
    TRANSLATION,

    /** It predicts each piece of a sentence from those before it, and reads no source. */
    LANGUAGE_MODEL;

    /** As in a file of settings, such as {@code language-model}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
