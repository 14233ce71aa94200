/**
 * Text as numbers for a model: subwords, vocabulary, examples and batches.
 *
 * <p>Start with {@link org.dragoman.nmt.text.Subwords}. The way of a sentence: a {@link org.dragoman.nmt.text.Pretokenizer} cuts it
 * into tokens, {@link org.dragoman.nmt.text.Bpe} cuts tokens into pieces, a {@link org.dragoman.nmt.text.Vocabulary} numbers
 * them, an {@link org.dragoman.nmt.text.Example} holds the numbers of a pair, and a {@link org.dragoman.nmt.text.Batcher} plans which
 * examples make a {@link org.dragoman.nmt.text.Batch}. Pieces know their characters in the sentence, so annotations and alignments can
 * be carried over. To add another kind of subwords, implement {@code Subwords} and let its test extend
 * {@code SubwordsContract}.
 */
package org.dragoman.nmt.text;
