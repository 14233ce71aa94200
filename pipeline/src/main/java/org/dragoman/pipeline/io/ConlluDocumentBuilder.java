package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the text of a document together from its sentences, and the layers with it. */
final class ConlluDocumentBuilder {
    private final StringBuilder text = new StringBuilder();
    private final List<Span> sentences = new ArrayList<>();
    private final List<Span> tokens = new ArrayList<>();
    private final List<ConlluSentence> extras = new ArrayList<>();
    private final List<ConlluToken> tokenFields = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final List<ParsedWord> parsed = new ArrayList<>();
    private Optional<String> gapAfterLast = Optional.empty();

    void add(ParsedSentence sentence) {
        if (!sentences.isEmpty()) {
            text.append(gapAfterLast.orElseGet(sentence::usualGapBefore));
        }
        sentence.tokens().get(0).misc().get(Misc.SPACES_BEFORE).ifPresent(text::append);
        var gaps = sentence.innerGaps();
        var start = text.length();
        for (var i = 0; i < sentence.tokens().size(); i++) {
            if (i > 0) {
                text.append(gaps.get(i - 1));
            }
            add(sentence.tokens().get(i));
        }
        sentences.add(new Span(start, text.length()));
        extras.add(sentence.extras());
        gapAfterLast = sentence.gapAfter();
    }

    private void add(ParsedToken token) {
        var start = text.length();
        text.append(token.text());
        tokens.add(new Span(start, text.length()));
        tokenFields.add(token.fields());
        for (var word : token.words()) {
            words.add(new Word(word.form(), tokens.size() - 1));
            parsed.add(word);
        }
    }

    Document build(String id) {
        gapAfterLast.ifPresent(text::append);
        var document = Document.of(id, text.toString())
                .with(Layers.SENTENCES, sentences)
                .with(Layers.TOKENS, tokens)
                .with(Layers.WORDS, words)
                .with(ConlluLayers.SENTENCES, extras)
                .with(ConlluLayers.TOKENS, tokenFields)
                .with(
                        ConlluLayers.FIELDS,
                        parsed.stream().map(ParsedWord::fields).toList());
        return withStems(withTags(withLemmas(document)));
    }

    private Document withLemmas(Document document) {
        var lemmas = parsed.stream().map(ParsedWord::lemma).toList();
        return lemmas.stream().allMatch("_"::equals) ? document : document.with(Layers.LEMMAS, lemmas);
    }

    private Document withTags(Document document) {
        var tags = parsed.stream().map(ParsedWord::tag).toList();
        return tags.stream().allMatch(PosTag.of(PosTag.NONE)::equals) ? document : document.with(Layers.POS, tags);
    }

    private Document withStems(Document document) {
        var stems = parsed.stream().flatMap(word -> word.stem().stream()).toList();
        return stems.size() == parsed.size() ? document.with(Layers.STEMS, stems) : document;
    }
}
