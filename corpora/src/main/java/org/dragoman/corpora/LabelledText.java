package org.dragoman.corpora;

/**
 * A text with its class.
 *
 * @param label such as {@code spam}
 * @param text a sentence, a message or a whole review
 */
public record LabelledText(String label, String text) {}
