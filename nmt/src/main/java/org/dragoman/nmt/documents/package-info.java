/**
 * Files and folders of documents, translated in their own formats.
 *
 * <p>Start with {@link org.dragoman.nmt.documents.FolderTranslation}. A {@link org.dragoman.nmt.documents.DocumentFormat} finds the
 * runs of a file that are text; each becomes one small document of a pipeline whose steps split it into sentences and translate
 * them, so that batches fill across lines and files; the results go back between the parts that are not text, which stay as
 * they are. {@link org.dragoman.nmt.documents.LineTranslation} does the same for a stream of lines.
 */
package org.dragoman.nmt.documents;
