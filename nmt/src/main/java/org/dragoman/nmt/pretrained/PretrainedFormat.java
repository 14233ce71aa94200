package org.dragoman.nmt.pretrained;

import java.nio.file.Path;
import java.util.Optional;

/** A form in which trained models are found. Stateless. */
interface PretrainedFormat {

    /** What it is, such as {@code a Hugging Face directory of a Marian model}. */
    String description();

    /** Whose output is reproduced, such as {@code Marian 1.12}; empty for a form of our own. */
    String reference();

    /**
     * Why a folder isn't of this form, such as {@code there is no config.json}; empty if it is, as far as little reading tells.
     *
     * @throws IllegalArgumentException if the file that tells it is damaged
     * @throws java.io.UncheckedIOException if it can't be read
     */
    Optional<String> mismatch(Path folder);

    /**
     * Says what a model is, without loading it.
     *
     * @throws IllegalArgumentException if the files that say it are damaged
     */
    ModelSummary summary(Path folder);

    /**
     * Loads a model.
     *
     * @throws IllegalArgumentException if a file is missing, damaged, doesn't fit the others, or asks for what isn't supported; the message
     *     names everything at once where it can
     * @throws java.io.UncheckedIOException if a file can't be read
     */
    PretrainedModel load(Path folder);

    /** The mismatch of a folder that lacks the file by which this form is known. */
    static Optional<String> missing(String file) {
        return Optional.of("there is no " + file);
    }
}
