package org.dragoman.annotators.classification;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.settings.Settings;

/**
 * Makes the annotator {@code labels}. Settings: {@code model}, the file of a {@link TextClassifier}, and {@code most}, how many classes of a
 * document are kept, all by default.
 */
public final class LabelProvider implements AnnotatorProvider {
    @Override
    public String name() {
        return "labels";
    }

    @Override
    public Annotator create(Settings settings) {
        var model = settings.path("model").required();
        var most = settings.integer("most").atLeast(1).or(Integer.MAX_VALUE);
        return settings.hasProblems() ? null : new LabelAnnotator(TextClassifier.read(model), most);
    }
}
