package org.dragoman.annotators.language;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Label;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;

import java.util.Set;

/** Adds {@link Layers#LANGUAGE}: the likeliest language of a document. */
public final class LanguageAnnotator implements Annotator {
    private final LanguageIdentifier identifier;
    private final double leastScore;

    /** An annotator that takes the likeliest language, however unsure it is. */
    public LanguageAnnotator(LanguageIdentifier identifier) {
        this(identifier, 0);
    }

    /**
     * An annotator with a limit.
     *
     * @param leastScore a language with a lower score is taken for {@value LanguageIdentifier#UNDETERMINED}, 0 to 1
     */
    public LanguageAnnotator(LanguageIdentifier identifier, double leastScore) {
        if (!(leastScore >= 0 && leastScore <= 1)) {
            throw new IllegalArgumentException("the least score of a language must be 0 to 1, got " + leastScore);
        }
        this.identifier = identifier;
        this.leastScore = leastScore;
    }

    @Override
    public String name() {
        return "language";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of();
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.LANGUAGE);
    }

    @Override
    public Document annotate(Document document) {
        var best = identifier.best(document.text());
        var isSure = best.score() >= leastScore;
        return document.with(Layers.LANGUAGE, isSure ? best : new Label(LanguageIdentifier.UNDETERMINED, best.score()));
    }
}
