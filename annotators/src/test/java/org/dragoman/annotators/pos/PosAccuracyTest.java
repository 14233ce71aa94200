package org.dragoman.annotators.pos;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.annotators.training.Treebanks;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.testing.TestData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.function.Function;

/** Bounds on development parts of Universal Dependencies 2.16, with the treebank's words, a little under what was measured. */
class PosAccuracyTest {
    @ParameterizedTest
    @CsvSource({
        "en, pos/ud-english-ewt/en_ewt-ud-dev.conllu, 0.951, 0.944", // 0.954 and 0.947
        "de, pos/ud-german-gsd/de_gsd-ud-dev.conllu, 0.934, 0", // 0.937, no treebank tags
        "fr, pos/ud-french-gsd/fr_gsd-ud-dev.conllu.gz, 0.961, 0" // 0.965
    })
    void tagsTheWordsOfATreebank(String language, String treebank, double universal, double ofTreebank) {
        var annotator = new PosAnnotator(PosTagger.of(language));
        var words = 0;
        var rightUniversal = 0;
        var rightOfTreebank = 0;
        for (var document : Treebanks.read(TestData.file(treebank))) {
            var right = document.get(Layers.POS);
            var found = annotator.annotate(document.without(Layers.POS)).get(Layers.POS);
            for (var i = 0; i < right.size(); i++) {
                words++;
                rightUniversal += same(PosTag::universal, found.get(i), right.get(i));
                rightOfTreebank += same(PosTag::treebank, found.get(i), right.get(i));
            }
        }
        assertThat((double) rightUniversal / words).isGreaterThan(universal);
        assertThat((double) rightOfTreebank / words).isGreaterThanOrEqualTo(ofTreebank);
    }

    private static int same(Function<PosTag, String> part, PosTag found, PosTag right) {
        return part.apply(found).equals(part.apply(right)) ? 1 : 0;
    }
}
