/**
 * Parts of speech.
 *
 * <p>Start with {@link org.dragoman.annotators.pos.PosTagger}, which tags tokens, and
 * {@link org.dragoman.annotators.pos.PosAnnotator}, which gives each word its part of a token's tag.
 */
package org.dragoman.annotators.pos;
