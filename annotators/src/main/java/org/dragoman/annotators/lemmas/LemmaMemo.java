package org.dragoman.annotators.lemmas;

import org.dragoman.pipeline.PosTag;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Remembers the lemmas that were found last. Each word has one place, which the next word with the same place takes over, so memory is bounded
 * whatever comes by, and no thread waits for another.
 */
final class LemmaMemo implements Lemmatizer {
    static final int PLACES = 1 << 15;

    /** Longer forms are rare, and not worth their memory. */
    static final int LONGEST = 40;

    private final Lemmatizer lemmatizer;
    private final AtomicReferenceArray<Found> found = new AtomicReferenceArray<>(PLACES);

    private record Found(String form, PosTag tag, String lemma) {}

    LemmaMemo(Lemmatizer lemmatizer) {
        this.lemmatizer = lemmatizer;
    }

    @Override
    public String lemma(String form, PosTag tag) {
        if (form.length() > LONGEST) {
            return lemmatizer.lemma(form, tag);
        }
        var hash = 31 * form.hashCode() + tag.hashCode();
        var place = (hash ^ hash >>> 16) & PLACES - 1;
        var last = found.getPlain(place);
        if (last != null && last.form.equals(form) && last.tag.equals(tag)) {
            return last.lemma;
        }
        var lemma = lemmatizer.lemma(form, tag);
        found.set(place, new Found(form, tag, lemma));
        return lemma;
    }
}
