/**
 * The formats of parallel, tagged and labelled text, by name: how to open any corpus, and how to write it.
 *
 * <p>Start with {@link org.dragoman.corpora.format.CorpusFormat}, and {@link org.dragoman.corpora.format.ParallelFormat} for one kind of
 * them:
 *
 * <pre>{@code
 * var settings = ParallelSettings.DEFAULT.withLanguages("en", "de");
 * var corpus = ParallelFormat.of("tmx").corpus(List.of(Path.of("memory.tmx")), settings);
 * }</pre>
 *
 * <p>To add a format, add a constant to the enum of its kind.
 */
package org.dragoman.corpora.format;
