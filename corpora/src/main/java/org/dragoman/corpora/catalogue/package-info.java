/**
 * Well-known corpora: where they are, under what licence, and how to fetch them whole and unchanged.
 *
 * <p>Start with {@link org.dragoman.corpora.catalogue.Catalogue}; {@link org.dragoman.corpora.catalogue.CorpusDownload} fetches an entry,
 * and only when it is told to. Nothing else here uses the network.
 */
package org.dragoman.corpora.catalogue;
