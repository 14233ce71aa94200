package org.dragoman.annotators.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.training.Seed;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Label;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class LabelAnnotatorTest extends AnnotatorContract {
    private static final TextClassifier CLASSIFIER = new ClassifierTrainer(
                    ClassifierTrainerTest.settings(Weighting.EQUAL))
            .train(ClassifierTrainerTest.texts(), new Seed(1));

    @Override
    protected Annotator annotator() {
        return new LabelAnnotator(CLASSIFIER, 2);
    }

    @Test
    void keepsTheBestClasses() {
        assertThat(annotator()
                        .annotate(Document.of("A red cow, blue and green."))
                        .get(Layers.LABELS))
                .extracting(Label::name)
                .containsExactly("colour", "animal");
    }

    @Test
    void theProviderReadsAModel(@TempDir Path folder) {
        CLASSIFIER.write(folder.resolve("c.bin"));
        var path = folder.resolve("c.bin").toString().replace("\\", "\\\\");
        var annotator = Settings.parse("test", "{\"model\": \"" + path + "\", \"most\": 1}")
                .build(new LabelProvider()::create);
        assertThat(annotator.annotate(Document.of("dog")).get(Layers.LABELS)).hasSize(1);
    }

    @Test
    void theProviderNeedsAModel() {
        assertThatThrownBy(() -> Settings.parse("test", "{}").build(new LabelProvider()::create))
                .hasMessage("test: model is missing; expected a path");
        assertThatThrownBy(() ->
                        Settings.parse("test", "{\"model\": \"none.bin\"}").build(new LabelProvider()::create))
                .hasMessageContaining("none.bin: there is no such file");
    }
}
