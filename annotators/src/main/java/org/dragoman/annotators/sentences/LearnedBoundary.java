package org.dragoman.annotators.sentences;

import org.dragoman.annotators.linear.Features;
import org.dragoman.annotators.linear.LinearModel;

/** A boundary learned from a treebank, for gaps with and without a full stop before them. What the rules are sure of is not asked. */
final class LearnedBoundary implements Boundary {
    private final LinearModel model;
    private final boolean strict;
    private final float threshold;

    LearnedBoundary(LinearModel model, boolean strict, float threshold) {
        this.model = model;
        this.strict = strict;
        this.threshold = threshold;
    }

    @Override
    public boolean isAt(Gap gap) {
        var verdict = EnglishBoundary.verdict(gap);
        if (strict && verdict == EnglishBoundary.Verdict.ENDS) return true;
        if (strict && verdict == EnglishBoundary.Verdict.GOES_ON) return false;
        var features = new Features();
        GapFeatures.fill(features, gap, verdict);
        return model.margin(features) > threshold;
    }
}
