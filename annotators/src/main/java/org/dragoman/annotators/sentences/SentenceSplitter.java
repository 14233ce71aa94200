package org.dragoman.annotators.sentences;

import org.dragoman.annotators.opennlp.OpenNlpModel;
import org.dragoman.annotators.text.Chunks;
import org.dragoman.annotators.text.WhiteSpace;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into sentences.
 *
 * <p>Sentences end at white space only. They do not overlap, are trimmed of white space, and every other character is in one of
 * them. The time that a text takes grows linearly with its length, whatever is in it.
 *
 * <p>Safe for use by many threads.
 */
public final class SentenceSplitter {
    private static final Span NONE = new Span(0, 0);

    private final SentenceUnit unit;
    private final Boundary boundary;

    SentenceSplitter(SentenceUnit unit, Boundary boundary) {
        this.unit = unit;
        this.boundary = boundary;
    }

    /**
     * A splitter for English: rules for abbreviations, initials, quotations and numbered lists, and a model of OpenNLP for what
     * they leave open.
     *
     * @throws java.io.UncheckedIOException if the model is not on the class path
     */
    public static SentenceSplitter english(SentenceUnit unit) {
        return new SentenceSplitter(
                unit, new EnglishBoundary(new OpenNlpBoundary(OpenNlpModel.ENGLISH_SENTENCES.get())));
    }

    /** Returns the sentences of {@code text} in order. */
    public List<Span> split(String text) {
        var chunks = new Chunks(text);
        if (!chunks.hasNext()) {
            return List.of();
        }
        var sentences = new ArrayList<Span>();
        var first = chunks.next();
        var previous = NONE;
        var left = first;
        while (chunks.hasNext()) {
            var right = chunks.next();
            var unitEnds = isUnitEnd(text, left.end(), right.start());
            if (unitEnds || boundary.isAt(new Gap(text, first, previous, left, right))) {
                sentences.add(new Span(first.start(), left.end()));
                first = right;
            }
            previous = unitEnds ? NONE : left;
            left = right;
        }
        sentences.add(new Span(first.start(), left.end()));
        return List.copyOf(sentences);
    }

    private boolean isUnitEnd(String text, int start, int end) {
        var most = unit == SentenceUnit.LINE ? 0 : 1;
        return WhiteSpace.lineEnds(text, start, end) > most || WhiteSpace.hasParagraphEnd(text, start, end);
    }
}
