/**
 * What a corpus looks like in numbers: lines, tokens, types, lengths, n-grams, words that another corpus doesn't have, Zipf's law.
 *
 * <p>Start with {@link org.dragoman.corpora.statistics.TextStatistics} for one language and {@link
 * org.dragoman.corpora.statistics.PairStatistics} for two. Both read line by line and keep the types, not the lines. What a token is, the
 * caller says by a function; {@link org.dragoman.corpora.text.WhiteSpace#split} is the plainest.
 */
package org.dragoman.corpora.statistics;
