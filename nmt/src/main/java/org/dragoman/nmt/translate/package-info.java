/**
 * Translation as a step of a pipeline.
 *
 * <p>Start with {@link org.dragoman.nmt.translate.Translator}: it takes sentences of a document, translates them in batches with a
 * {@link org.dragoman.nmt.model.TranslationModel}, and adds the target document with alignments.
 */
package org.dragoman.nmt.translate;
