package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.alignment.WordAlignment;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.translate.Aligner;
import org.dragoman.nmt.translate.AlignmentUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/** What a model that has learned to copy attends to is known: the letter that it copies. */
class CopyAlignmentTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {ToyExperiment.TRANSFORMER, ToyExperiment.RECURRENT})
    void theStrongestLinksOfACopyAreTheDiagonal(String model) {
        var limits = "{\"maximumSteps\": 400, \"validateEvery\": 100, \"validationSentences\": 20}";
        Trainer.begin(Experiment.read(ToyExperiment.write(folder, model, limits)), List.of())
                .run();
        try (var trained = TranslationModel.load(folder.resolve("run/model"))) {
            var aligner = new Aligner(trained, AlignmentUnit.WORDS);
            for (var text : List.of("a b c d e", "h g f", "c a f e b d")) {
                var links = WordAlignment.strongest(
                        aligner.align(new SentencePair(text, text)).average());
                assertThat(links).as(text).allMatch(link -> link.source() == link.target());
                assertThat(links.size()).isEqualTo(text.split(" ").length);
            }
        }
    }
}
