package org.dragoman.nmt.translate;

import org.dragoman.nmt.search.Hypothesis;

import java.util.List;

/**
 * A translated segment.
 *
 * @param text in the target language
 * @param pieces of the target, of which {@code text} is made
 * @param hypothesis what the search found
 */
record Translated(String text, List<String> pieces, Hypothesis hypothesis) {}
