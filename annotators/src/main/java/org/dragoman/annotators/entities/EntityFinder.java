package org.dragoman.annotators.entities;

import org.dragoman.annotators.models.ModelResource;
import org.dragoman.annotators.sequences.SequenceTagger;
import org.dragoman.corpora.TagScheme.TagSpan;

import java.nio.file.Path;
import java.util.List;

/**
 * Finds entities in the words of a sentence.
 *
 * <p>Immutable, so safe for use by many threads.
 */
public final class EntityFinder {
    static final String TASK = "entities";

    private static final ModelResource<SequenceTagger> ENGLISH = new ModelResource<>(
            "org.dragoman:dragoman-model-en",
            "en/entities/finder.bin",
            (name, bytes) -> SequenceTagger.read(name, bytes, TASK));

    private final SequenceTagger tagger;

    EntityFinder(SequenceTagger tagger) {
        this.tagger = tagger;
    }

    /**
     * Finds people ({@code PER}), places ({@code LOC}) and organisations ({@code ORG}) in English.
     *
     * @throws java.io.UncheckedIOException if the model is not on the class path; the message names the Maven artefact to add
     */
    public static EntityFinder english() {
        return new EntityFinder(ENGLISH.get());
    }

    /**
     * A finder with a model that {@link EntityTraining} wrote.
     *
     * @throws java.io.UncheckedIOException if it can't be read
     */
    public static EntityFinder read(Path model) {
        return new EntityFinder(SequenceTagger.read(model, TASK));
    }

    /**
     * Finds entities.
     *
     * @param words of one sentence, none of them empty
     * @return in order, none over another
     */
    public List<TagSpan> find(List<String> words) {
        return SpanTags.spans(tagger.tag(words));
    }
}
