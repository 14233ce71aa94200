package org.dragoman.annotators.sentences;

import org.dragoman.annotators.models.ModelResource;
import org.dragoman.annotators.opennlp.OpenNlpModel;
import org.dragoman.pipeline.Span;

import java.nio.file.Path;
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
    private static final ModelResource<SentenceModel> ENGLISH = new ModelResource<>(
            "org.dragoman:dragoman-model-en",
            "en/sentences/sentences.bin",
            (name, bytes) -> SentenceModel.FORMAT.read(name, bytes, SentenceModel::read));

    private final SentenceUnit unit;
    private final Boundary boundary;

    SentenceSplitter(SentenceUnit unit, Boundary boundary) {
        this.unit = unit;
        this.boundary = boundary;
    }

    /**
     * A splitter for English: rules for abbreviations, initials, quotations and numbered lists, and for what they leave open a model
     * learned from the training part of UD English EWT, which also finds sentences that end without a full stop.
     *
     * @throws java.io.UncheckedIOException if the model is not on the class path
     */
    public static SentenceSplitter english(SentenceUnit unit) {
        return new SentenceSplitter(unit, new LearnedBoundary(ENGLISH.get()));
    }

    /**
     * A splitter for German: rules for abbreviations and dates, and a model of OpenNLP for what they leave open.
     *
     * @throws java.io.UncheckedIOException if the model is not on the class path
     */
    public static SentenceSplitter german(SentenceUnit unit) {
        return ruled("de", unit, OpenNlpModel.GERMAN_SENTENCES);
    }

    /** The same for French. */
    public static SentenceSplitter french(SentenceUnit unit) {
        return ruled("fr", unit, OpenNlpModel.FRENCH_SENTENCES);
    }

    /**
     * A splitter with a model from a file, as the task {@code sentences} trains it.
     *
     * @throws java.io.UncheckedIOException if it can't be read, is another model or is damaged
     */
    public static SentenceSplitter read(Path file, SentenceUnit unit) {
        return new SentenceSplitter(unit, new LearnedBoundary(SentenceModel.FORMAT.read(file, SentenceModel::read)));
    }

    private static SentenceSplitter ruled(
            String language, SentenceUnit unit, OpenNlpModel<opennlp.tools.sentdetect.SentenceModel> model) {
        return new SentenceSplitter(
                unit, new RuledBoundary(BoundaryRules.of(language), new OpenNlpBoundary(model.get())));
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
