package org.dragoman.nmt.translate;

import org.dragoman.pipeline.Span;

import java.util.List;

/**
 * A sentence of the source document.
 *
 * @param span in the document
 * @param segments to translate one by one; none if the sentence is kept as it is
 */
record SourceSentence(Span span, List<Segment> segments) {}
