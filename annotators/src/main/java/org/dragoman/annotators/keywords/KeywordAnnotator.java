package org.dragoman.annotators.keywords;

import org.dragoman.annotators.rank.SentenceTokens;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;

import java.util.BitSet;
import java.util.Set;

/** Adds {@link Layers#KEYWORDS}. */
public final class KeywordAnnotator implements Annotator {
    private static final Set<String> TAGS = Set.of("NOUN", "PROPN", "ADJ"); // as in the paper

    private final KeywordRanking ranking;
    private final boolean usesTags;

    /**
     * An annotator.
     *
     * @param usesTags whether only nouns and adjectives can be part of a phrase, which needs {@link Layers#POS}
     */
    public KeywordAnnotator(KeywordRanking ranking, boolean usesTags) {
        this.ranking = ranking;
        this.usesTags = usesTags;
    }

    @Override
    public String name() {
        return "keywords";
    }

    @Override
    public Set<Layer<?>> requires() {
        return usesTags
                ? Set.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS, Layers.POS)
                : Set.of(Layers.SENTENCES, Layers.TOKENS);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.KEYWORDS);
    }

    @Override
    public Document annotate(Document document) {
        var sentences = SentenceTokens.in(document);
        var keywords = usesTags ? ranking.of(sentences, allowed(document)::get) : ranking.of(sentences);
        return document.with(Layers.KEYWORDS, keywords);
    }

    private static BitSet allowed(Document document) {
        var allowed = new BitSet();
        var words = document.get(Layers.WORDS);
        for (var i = 0; i < words.size(); i++) {
            if (TAGS.contains(document.get(Layers.POS).get(i).universal())) {
                allowed.set(words.get(i).token());
            }
        }
        return allowed;
    }
}
