/**
 * Filters of sentence pairs and of lines: what is too long, doubled, copied, in the wrong script or broken is passed over and counted.
 *
 * <p>Start with {@link org.dragoman.corpora.filter.Filter}, which a filter of either kind implements, and {@link
 * org.dragoman.corpora.filter.FilterPass}, which reads a corpus through filters and counts what each refused. A filter of lines becomes one
 * of pairs by {@link org.dragoman.corpora.filter.Filter#source}, {@link org.dragoman.corpora.filter.Filter#target} and {@link
 * org.dragoman.corpora.filter.Filter#bothSides}.
 */
package org.dragoman.corpora.filter;
