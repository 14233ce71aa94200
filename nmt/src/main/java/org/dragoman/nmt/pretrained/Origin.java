package org.dragoman.nmt.pretrained;

/**
 * Where a model comes from.
 *
 * @param form what its files are, such as {@code a Hugging Face directory of a Marian model}
 * @param reference whose output is reproduced, such as {@code Hugging Face transformers 4.57}; empty for a model that was trained here
 * @param name what it is called: the name in its configuration, or its folder's
 * @param licence as its model card or licence file says; empty if they don't
 * @param attribution who made it and where it is described; empty if that isn't known
 */
public record Origin(String form, String reference, String name, String licence, String attribution) {

    /** The licence with its attribution, in one line for reports. */
    public String terms() {
        var stated = licence.isEmpty() ? "licence not stated" : licence;
        return attribution.isEmpty() ? stated : stated + "; " + attribution;
    }
}
