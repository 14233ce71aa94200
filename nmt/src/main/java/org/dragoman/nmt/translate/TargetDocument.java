package org.dragoman.nmt.translate;

import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.Subwords;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Link;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.TranslatedSentence;
import org.dragoman.pipeline.Translation;

import java.util.ArrayList;
import java.util.List;

/** Builds the target of one document, sentence by sentence in the order of the source. */
final class TargetDocument {

    private final Document source;
    private final String language;
    private final Subwords subwords;
    private final boolean alignments;
    private final StringBuilder text = new StringBuilder();
    private final List<PlacedSentence> sentences = new ArrayList<>();
    private int copied;

    TargetDocument(Document source, String language, Subwords subwords, boolean alignments) {
        this.source = source;
        this.language = language;
        this.subwords = subwords;
        this.alignments = alignments;
    }

    /** A sentence whose place in the target is known. */
    private record PlacedSentence(Span source, Span target, double score, List<PlacedSegment> segments) {}

    /** Where the pieces of a segment lie in both documents, and the attention between them. */
    private record PlacedSegment(List<Span> source, List<Span> target, float[][] attention) {}

    /** Adds what lies before a sentence, as it is, and the sentence's translation. */
    void add(SourceSentence sentence, List<Translated> parts) {
        text.append(source.text(), copied, sentence.span().start());
        copied = sentence.span().end();
        var start = text.length();
        var segments = new ArrayList<PlacedSegment>();
        if (parts.isEmpty()) {
            text.append(sentence.span().textIn(source.text()));
        }
        for (var i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "" : " ");
            if (alignments) {
                segments.add(place(sentence.segments().get(i), parts.get(i), text.length()));
            }
            text.append(parts.get(i).text());
        }
        var score =
                parts.stream().mapToDouble(part -> part.hypothesis().score()).average();
        sentences.add(new PlacedSentence(sentence.span(), new Span(start, text.length()), score.orElse(0), segments));
    }

    private PlacedSegment place(Segment segment, Translated part, int offset) {
        var target = TargetText.pieceSpans(subwords, part.pieces()).stream()
                .map(span -> span.shift(offset))
                .toList();
        var spans = segment.pieces().stream().map(Piece::span).toList();
        return new PlacedSegment(spans, target, part.hypothesis().alignment());
    }

    /** Adds the end of the source's text and returns the translation. */
    Translation finish() {
        text.append(source.text(), copied, source.text().length());
        copied = source.text().length();
        var target = Document.of(source.id(), text.toString())
                .with(
                        Layers.SENTENCES,
                        sentences.stream()
                                .map(PlacedSentence::target)
                                .filter(span -> !span.isEmpty()) // a model may write nothing, which is no sentence
                                .toList());
        if (!alignments) {
            return new Translation(language, target, translatedSentences(List.of(), List.of()));
        }
        var tokens = TargetText.tokens(target.text(), language);
        return new Translation(
                language, target.with(Layers.TOKENS, tokens), translatedSentences(source.get(Layers.TOKENS), tokens));
    }

    private List<TranslatedSentence> translatedSentences(List<Span> sourceTokens, List<Span> targetTokens) {
        var attention = new TokenAttention(sourceTokens, targetTokens);
        return sentences.stream()
                .map(sentence -> new TranslatedSentence(
                        sentence.source(), sentence.target(), sentence.score(), alignment(sentence, attention)))
                .toList();
    }

    private static List<Link> alignment(PlacedSentence sentence, TokenAttention attention) {
        return sentence.segments().stream()
                .flatMap(segment -> attention.links(segment.source(), segment.target(), segment.attention()).stream())
                .toList();
    }
}
