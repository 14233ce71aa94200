/**
 * Tokens, as they are written, and the syntactic words that they are made of.
 *
 * <p>Start with {@link org.dragoman.annotators.tokens.Tokenizer} and {@link org.dragoman.annotators.tokens.WordSplitter}.
 */
package org.dragoman.annotators.tokens;
