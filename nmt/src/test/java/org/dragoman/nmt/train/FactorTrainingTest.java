package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.nmt.translate.Aligner;
import org.dragoman.nmt.translate.AlignmentUnit;
import org.dragoman.nmt.translate.Translator;
import org.dragoman.nmt.translate.TranslatorConfig;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What is hidden in a layer is learned by a model that reads it, and by no other. */
class FactorTrainingTest {

    private static final Map<String, String> MODELS = Map.of(
            "transformer", ToyExperiment.TRANSFORMER.replace("0.1}", "0}"),
            "transformer-target", ToyExperiment.TRANSFORMER.replace("0.1}", "0, \"tying\": \"target\"}"),
            "recurrent", ToyExperiment.RECURRENT.replace("0.1}", "0}"));
    private static final Map<String, String> FACTORS = Map.of(
            "sum", FactorExperiment.SUM, "concatenate", FactorExperiment.CONCATENATE, "none", FactorExperiment.NONE);

    @TempDir
    Path folder;

    /** The validation loss, nats a piece, after some updates. */
    private double train(String factors, String model, int steps) {
        var losses = new ArrayList<Double>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void validated(Validation validation) {
                losses.add(validation.loss());
            }
        };
        var experiment =
                Experiment.read(FactorExperiment.write(folder, FACTORS.get(factors), MODELS.get(model), steps));
        Trainer.begin(experiment, List.of(listener)).run();
        return losses.get(losses.size() - 1);
    }

    private Translator translator() {
        return new Translator(TranslationModel.load(folder.resolve("run/model")), TranslatorConfig.DEFAULT);
    }

    private static List<String> translations(Translator translator, List<Document> documents) {
        return translator.annotateAll(documents).stream()
                .map(document ->
                        document.get(Layers.TRANSLATION).get("en").target().text())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"transformer, sum", "transformer-target, concatenate", "recurrent, sum", "recurrent, concatenate"})
    void whatALayerSaysIsLearned(String model, String factors) {
        assertThat(train(factors, model, 250)).isLessThan(0.1);
        try (var translator = translator()) {
            var documents = List.of(
                    FactorExperiment.source(List.of("c", "a", "b", "d")),
                    FactorExperiment.source(List.of("d")),
                    FactorExperiment.source(List.of("a", "a")),
                    FactorExperiment.source(
                            List.of("b", "d", "c"), List.of(new Span(0, 1), new Span(2, 5)))); // two sentences
            assertThat(translations(translator, documents)).containsExactly("c a b d", "d", "a a", "b d c");
            assertThat(translations(translator, documents.subList(1, 2))).containsExactly("d");
        }
    }

    /** Where nothing tells the letters apart, a guess among four of them costs log 4 = 1.39 nats, and the end a little. */
    @ParameterizedTest
    @ValueSource(strings = {"transformer", "recurrent"})
    void withoutTheLayerItIsNotLearned(String model) {
        assertThat(train("none", model, 150)).isGreaterThan(0.8);
    }

    @Test
    void aPipelineWithoutTheLayersIsRefusedByName() {
        train("sum", "recurrent", 1);
        try (var translator = translator()) {
            assertThat(translator.requires())
                    .containsExactlyInAnyOrder(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS, Layers.LEMMAS);
            assertThatThrownBy(() -> Pipeline.of(Set.of(Layers.SENTENCES, Layers.TOKENS), List.of(translator)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("translate")
                    .hasMessageContaining("lemmas");
            // no annotator for lemmas is on the class path of these tests
            assertThatThrownBy(translator::ofSentences)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "the model reads the layers lemmas, tokens, words of its source, and no steps on")
                    .hasMessageEndingWith("annotate the documents with them before");
        }
        try (var model = TranslationModel.load(folder.resolve("run/model"))) {
            assertThatThrownBy(() -> new Aligner(model, AlignmentUnit.WORDS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the model reads the layers lemmas, tokens, words of its source");
        }
    }

    @Test
    void whatIsCutKeepsTheValuesOfWhatIsLeft() throws IOException {
        var file = FactorExperiment.write(folder, FactorExperiment.SUM, MODELS.get("recurrent"), 1);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "\"seed\": 3", "\"seed\": 3, \"maximumLength\": 3, \"data\": {\"overlong\": \"cut\"}"));
        var experiment = Experiment.read(file);
        var codec = CodecLearner.learn(experiment);
        var lemmas = codec.factors().vocabularies().get(0);
        try (var set = new TrainingSet(
                        experiment.train(),
                        codec,
                        experiment.training(),
                        Survey.of(experiment.train(), codec, experiment.training()));
                var pairs = experiment.train().get(0).open()) {
            for (var example : set.window(0, 0).examples()) {
                var hidden = pairs.next().source().get(Layers.LEMMAS);
                var expected =
                        IntStream.concat(hidden.stream().limit(2).mapToInt(lemmas::id), IntStream.of(Vocabulary.END));
                assertThat(example.source()[0]).hasSize(Math.min(2, hidden.size()) + 1);
                assertThat(example.source()[1]).containsExactly(expected.toArray());
            }
        }
    }

    @Test
    void aRunWithFactorsGoesOnAsIfUninterrupted() {
        var settings = MODELS.get("recurrent");
        var whole = FactorExperiment.write(folder.resolve("whole"), FactorExperiment.SUM, settings, 20);
        var parted = FactorExperiment.write(folder.resolve("parted"), FactorExperiment.SUM, settings, 20);
        Trainer.begin(Experiment.read(whole), List.of()).run();
        var stopping = new StoppingListener(7);
        stopping.trainer = Trainer.begin(Experiment.read(parted), List.of(stopping));
        assertThat(stopping.trainer.run()).isFalse();
        Trainer.resume(Experiment.read(parted), List.of()).run();
        assertThat(parted.resolveSibling("run/model/weights.safetensors"))
                .hasSameBinaryContentAs(whole.resolveSibling("run/model/weights.safetensors"));
    }

    private static final class StoppingListener implements TrainingListener {
        private final long last;
        private Trainer trainer;

        StoppingListener(long last) {
            this.last = last;
        }

        @Override
        public void updated(Update update) {
            if (update.step() == last) {
                trainer.stop();
            }
        }
    }
}
