/**
 * Documents and the steps that annotate them.
 *
 * <p>Start with {@link org.dragoman.pipeline.Annotator}. A {@link org.dragoman.pipeline.Document} is immutable: a step returns
 * a new one, and both share their text. Offsets count UTF-16 units, so an emoji has length 2;
 * {@link org.dragoman.pipeline.Span#textIn} is the safe way. What a document can carry is listed in
 * {@link org.dragoman.pipeline.Layers}, and anyone can add a {@link org.dragoman.pipeline.Layer}. To add a step, implement
 * {@code Annotator} and let its test extend {@code AnnotatorContract}. A {@link org.dragoman.pipeline.Pipeline} composes steps
 * and runs them over one document or over millions.
 */
package org.dragoman.pipeline;
