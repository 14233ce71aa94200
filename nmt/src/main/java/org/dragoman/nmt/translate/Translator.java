package org.dragoman.nmt.translate;

import org.dragoman.nmt.factors.FactoredDocument;
import org.dragoman.nmt.model.Task;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.tensor.Torch;
import org.dragoman.nmt.text.LanguageCode;
import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Translates documents: reads their sentences and adds the layer {@link Layers#TRANSLATION}.
 *
 * <p>The target's text is the source's text with each sentence replaced by its translation; what stands between sentences (line ends,
 * indentation, blank lines) stays as it is, and so does a sentence in which
 * the model knows no word, such as a number, or text in another script. A sentence of any length is translated whole. With
 * alignments, the target has tokens, and links say which tokens of the source each attended to; attention is a hint at an alignment, not a
 * promise.
 *
 * <p>Thread safe. Many documents at once ({@link #annotateAll}) are much faster than one by one: sentences of all of them share batches.
 * Each calling thread computes alone, so use as many threads as there are cores. Closing frees the model.
 */
public final class Translator implements Annotator, AutoCloseable {

    private final TranslationModel model;
    private final TranslatorConfig config;
    private final BatchTranslation batches;

    /** @param model is closed together with this translator */
    public Translator(TranslationModel model, TranslatorConfig config) {
        if (model.settings().architecture().task() != Task.TRANSLATION) {
            throw new IllegalArgumentException("a translator needs a model for translation, got a "
                    + model.settings().architecture().task());
        }
        this.model = model;
        this.config = config;
        this.batches = new BatchTranslation(model, config);
    }

    /**
     * A translator with the model for a pair of languages that is on the class path.
     *
     * @param source language code such as {@code en}
     * @param target language code such as {@code de}
     * @throws IllegalArgumentException if there is none; the message says how to get one
     */
    public static Translator embedded(String source, String target, TranslatorConfig config) {
        return new Translator(EmbeddedModels.require(source, target), config);
    }

    /** What it translates from: a language code such as {@code en}. */
    public String source() {
        return model.settings().source();
    }

    /** What it translates to, and under which its translation is found: a language code such as {@code de}. */
    public String target() {
        return model.settings().target();
    }

    @Override
    public String name() {
        return "translate";
    }

    /** Sentences, tokens where alignments are wanted, and what the model's source factors are computed from. */
    @Override
    public Set<Layer<?>> requires() {
        var required = new LinkedHashSet<Layer<?>>(Set.of(Layers.SENTENCES));
        if (config.alignments()) {
            required.add(Layers.TOKENS);
        }
        required.addAll(model.settings().factors().requires());
        return Collections.unmodifiableSet(required);
    }

    /**
     * This translator for documents that have sentences, behind the annotators on the class path that give them what else it requires.
     *
     * @throws IllegalArgumentException if no annotator gives a layer; the message names it
     */
    public Pipeline ofSentences() {
        var steps = new ArrayList<>(SourceSteps.of(model.settings(), requires()));
        steps.add(this);
        return Pipeline.of(Set.of(Layers.SENTENCES), steps);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.TRANSLATION);
    }

    @Override
    public Document annotate(Document document) {
        return annotateAll(List.of(document)).get(0);
    }

    @Override
    public List<Document> annotateAll(List<Document> documents) {
        var segmented = documents.stream().map(this::segment).toList();
        var inputs = new ArrayList<BatchTranslation.Input>();
        for (var i = 0; i < documents.size(); i++) {
            var factored = model.codec().factored(documents.get(i));
            for (var sentence : segmented.get(i)) {
                sentence.segments().forEach(segment -> inputs.add(input(factored, segment)));
            }
        }
        var translated = Torch.singleThreaded(() -> batches.translate(inputs)).iterator();
        var results = new ArrayList<Document>();
        for (var i = 0; i < documents.size(); i++) {
            results.add(assemble(documents.get(i), segmented.get(i), translated));
        }
        return results;
    }

    private BatchTranslation.Input input(FactoredDocument document, Segment segment) {
        return new BatchTranslation.Input(segment, model.codec().source(document, segment.pieces()));
    }

    private List<SourceSentence> segment(Document document) {
        return document.get(Layers.SENTENCES).stream()
                .map(span -> new SourceSentence(span, segments(document.text(), span)))
                .toList();
    }

    /** The segments of a sentence; none if there is nothing in it that the model could translate. */
    private List<Segment> segments(String text, Span span) {
        var pieces = model.codec().subwords().split(span.textIn(text)).stream()
                .map(piece -> new Piece(piece.text(), piece.span().shift(span.start())))
                .toList();
        return pieces.stream().anyMatch(this::isKnownWord)
                ? closed(text, Segment.cut(text, pieces, config.maximumPieces()))
                : List.of();
    }

    private boolean isKnownWord(Piece piece) {
        return model.codec().source().id(piece.text()) != Vocabulary.UNKNOWN
                && !LanguageCode.isCode(piece.text())
                && piece.text().codePoints().anyMatch(Character::isLetter);
    }

    /** Closes the last segment of a sentence that has no end mark, for a model that wants that. */
    private List<Segment> closed(String text, List<Segment> segments) {
        var last = segments.get(segments.size() - 1);
        if (!model.settings().closesFragments() || !last.isFragment(text)) {
            return segments;
        }
        var closed = new ArrayList<>(segments);
        closed.set(segments.size() - 1, last.closed(model.codec().subwords(), text));
        return closed;
    }

    private Document assemble(Document document, List<SourceSentence> sentences, Iterator<Translated> translated) {
        var target = new TargetDocument(document, target(), model.codec().subwords(), config.alignments());
        for (var sentence : sentences) {
            var parts = sentence.segments().stream()
                    .map(segment -> translated.next())
                    .toList();
            target.add(sentence, parts);
        }
        return target.finish().addTo(document);
    }

    @Override
    public void close() {
        model.close();
    }
}
