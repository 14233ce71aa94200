package org.dragoman.nmt.translate;

import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.model.ModelSettings;
import org.dragoman.nmt.model.StoredSubwords;
import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.text.BpeSubwords;
import org.dragoman.nmt.text.Pretokenizer;
import org.dragoman.nmt.text.Vocabulary;

import java.util.List;

/** A model that has learned nothing: it babbles, always the same for the same sentence. */
final class UntrainedModel {

    static final TranslatorConfig CONFIG =
            new TranslatorConfig(SearchConfig.DEFAULT.withWidth(2).withLimits(1, 2, 20), 300, 12, true);

    private static final List<String> TEXT = List.of(
            "Good morning, Tom.",
            "The train is late; we wait here.",
            "Guten Morgen, Tom.",
            "Der Zug ist 5 Minuten zu spät.");

    private UntrainedModel() {}

    static TranslationModel make() {
        return make(false);
    }

    static TranslationModel make(boolean closesFragments) {
        var architecture = new TransformerConfig(
                16, 2, 16, 1, 2, 0, 0, true, Activation.RELU, Positions.INTERLEAVED, true, 1e-5, Tying.NONE);
        var settings = new ModelSettings(
                "en", "de", new StoredSubwords.Bpe(Pretokenizer.JOINER), true, closesFragments, architecture);
        var subwords = BpeSubwords.learn(TEXT.stream(), Pretokenizer.JOINER, 20);
        var vocabulary = Vocabulary.of(
                TEXT.stream().flatMap(text -> subwords.split(text).stream()).map(piece -> piece.text()), 1, 200);
        return TranslationModel.untrained(settings, new Codec(subwords, vocabulary, vocabulary), 3);
    }
}
