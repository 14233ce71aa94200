package org.dragoman.annotators.classification;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;

import java.util.Set;

/** Adds {@link Layers#LABELS}: the likeliest classes of a document with their probabilities. */
public final class LabelAnnotator implements Annotator {
    private final TextClassifier classifier;
    private final int most;

    /** An annotator that adds all classes. */
    public LabelAnnotator(TextClassifier classifier) {
        this(classifier, Integer.MAX_VALUE);
    }

    /**
     * An annotator that adds the likeliest classes.
     *
     * @param most how many, at least 1
     */
    public LabelAnnotator(TextClassifier classifier, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("the most labels of a document must be at least 1, got " + most);
        }
        this.classifier = classifier;
        this.most = most;
    }

    @Override
    public String name() {
        return "labels";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of();
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.LABELS);
    }

    @Override
    public Document annotate(Document document) {
        var labels = classifier.classify(document.text());
        return document.with(Layers.LABELS, labels.subList(0, Math.min(most, labels.size())));
    }
}
