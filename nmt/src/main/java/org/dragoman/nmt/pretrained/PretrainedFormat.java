package org.dragoman.nmt.pretrained;

import java.nio.file.Path;

/** A form in which trained models are found. Stateless. */
public interface PretrainedFormat {

    /** What it is, such as {@code a Hugging Face directory of a Marian model}. */
    String description();

    /** Whether the files in a folder look like this form; reads little and throws nothing. */
    boolean recognises(Path folder);

    /**
     * Says where a model comes from, without loading it.
     *
     * @throws IllegalArgumentException if the files that say it are damaged
     */
    Origin origin(Path folder);

    /**
     * Loads a model.
     *
     * @throws IllegalArgumentException if a file is missing, damaged, doesn't fit the others, or asks for what isn't supported; the message
     *     names everything at once where it can
     * @throws java.io.UncheckedIOException if a file can't be read
     */
    PretrainedModel load(Path folder);
}
