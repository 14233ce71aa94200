/**
 * Attention of a recurrent decoder to its source: every classic score with every classic window.
 *
 * <p>Start with {@link org.dragoman.nmt.attention.AttentionScore} and {@link org.dragoman.nmt.attention.AdditiveScore}. A score says how
 * well each position fits a query, a {@link org.dragoman.nmt.attention.Window} which positions may be seen and how scores become weights, and
 * {@link org.dragoman.nmt.attention.SingleAttention} joins one of each; {@link org.dragoman.nmt.attention.MultiHeadAttention} has several
 * side by side. Keys are projected once a sentence, in a {@link org.dragoman.nmt.attention.Memory}. The Transformer's attention, which is
 * batched over heads, is {@link org.dragoman.nmt.layers.CrossAttention}.
 *
 * <p>To add a score, implement {@code AttentionScore} and let its test extend {@code ScoreContract}; then give it a record in {@link
 * org.dragoman.nmt.attention.ScoreConfig}.
 */
package org.dragoman.nmt.attention;
