package org.dragoman.annotators.summary;

import org.dragoman.annotators.rank.SentenceTokens;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;

import java.util.Set;

/** Adds {@link Layers#SUMMARY}. */
public final class SummaryAnnotator implements Annotator {
    private final SentenceRanking ranking;

    public SummaryAnnotator(SentenceRanking ranking) {
        this.ranking = ranking;
    }

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.SENTENCES, Layers.TOKENS);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.SUMMARY);
    }

    @Override
    public Document annotate(Document document) {
        var sentences = document.get(Layers.SENTENCES);
        var chosen = ranking.of(SentenceTokens.in(document));
        return document.with(Layers.SUMMARY, chosen.stream().map(sentences::get).toList());
    }
}
