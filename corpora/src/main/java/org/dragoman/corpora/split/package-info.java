/**
 * Training, development and test parts of a corpus that anyone finds again: which part a pair belongs to depends on its source and a seed,
 * and not on the order of the lines.
 *
 * <p>Start with {@link org.dragoman.corpora.split.Split}. {@link org.dragoman.corpora.split.ShareSplit} is the one to prefer; {@link
 * org.dragoman.corpora.split.SizeSplit} is for parts of an exact size.
 */
package org.dragoman.corpora.split;
