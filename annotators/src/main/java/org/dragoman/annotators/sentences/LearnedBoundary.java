package org.dragoman.annotators.sentences;

import org.dragoman.annotators.linear.Features;

/** Follows rules where they are sure, and asks a model learned from a treebank otherwise, for gaps with and without a full stop. */
final class LearnedBoundary implements Boundary {
    private final BoundaryRules rules;
    private final SentenceModel model;

    LearnedBoundary(SentenceModel model) {
        this.rules = BoundaryRules.of(model.language());
        this.model = model;
    }

    @Override
    public boolean isAt(Gap gap) {
        var verdict = rules.verdict(gap);
        return switch (verdict) {
            case ENDS -> true;
            case GOES_ON -> false;
            case UNMARKED, OPEN -> {
                var features = new Features();
                GapFeatures.fill(features, gap, verdict);
                yield model.weights().margin(features) > 0;
            }
        };
    }
}
