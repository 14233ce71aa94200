package org.dragoman.annotators.sentences;

import org.dragoman.annotators.opennlp.OpenNlpModel;
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
        var sentences = new ArrayList<Span>();
        var gaps = new Gaps(text, unit);
        while (gaps.advance()) {
            if (gaps.isUnitEnd() || boundary.isAt(gaps.gap())) {
                sentences.add(gaps.endSentence());
            }
        }
        gaps.last().ifPresent(sentences::add);
        return List.copyOf(sentences);
    }
}
