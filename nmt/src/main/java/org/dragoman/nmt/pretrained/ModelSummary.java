package org.dragoman.nmt.pretrained;

/**
 * What can be said of a model without loading it.
 *
 * @param origin where it comes from
 * @param source language of its sources; {@link #UNKNOWN_LANGUAGE} if the files don't say it
 * @param target language of its targets
 */
public record ModelSummary(Origin origin, String source, String target) {

    /** The code of a language that isn't known (ISO 639-2). */
    public static final String UNKNOWN_LANGUAGE = "und";
}
