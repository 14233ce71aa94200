package org.dragoman.annotators.pos;

import org.dragoman.annotators.models.ModelResource;
import org.dragoman.annotators.opennlp.OpenNlpModel;
import org.dragoman.annotators.sequences.SequenceTagger;
import org.dragoman.pipeline.PosTag;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Finds the part of speech of each word of a sentence. Safe for use by many threads. */
@FunctionalInterface
public interface PosTagger {
    /**
     * Tags a sentence.
     *
     * @param tokens as they are written
     * @param words the words of each token, at least one
     * @return one tag for each word, in order
     */
    List<PosTag> tag(List<String> tokens, List<List<String>> words);

    /**
     * Our own tagger for English, with universal tags and those of the treebank (Penn).
     *
     * @throws java.io.UncheckedIOException if the model is not on the class path; the message names the Maven artefact to add
     */
    static PosTagger english() {
        return new WordPosTagger(EnglishModel.RESOURCE.get());
    }

    /** A tagger with a model of our own that {@link PosTraining} wrote. */
    static PosTagger read(Path model) {
        return new WordPosTagger(SequenceTagger.read(model, WordPosTagger.TASK));
    }

    /**
     * The default tagger of a language: our own for English ({@code en}), OpenNLP's for German ({@code de}) and French ({@code fr}).
     *
     * @param language one of {@link #languages()}
     */
    static PosTagger of(String language) {
        var maker = Languages.MAKERS.get(language);
        if (maker == null) {
            throw new IllegalArgumentException("the language of a tagger must be one of "
                    + String.join(", ", languages()) + ", got \"" + language + "\"");
        }
        return maker.get();
    }

    /** The languages that have a tagger, as BCP 47 tags. */
    static SortedSet<String> languages() {
        return new TreeSet<>(Languages.MAKERS.keySet());
    }

    /** Holds the model, which is read when it is first asked for. */
    final class EnglishModel {
        private static final ModelResource<SequenceTagger> RESOURCE = new ModelResource<>(
                "org.dragoman:dragoman-model-en",
                "en/pos/tagger.bin",
                (name, bytes) -> SequenceTagger.read(name, bytes, WordPosTagger.TASK));

        private EnglishModel() {}
    }

    /** What each language has. */
    final class Languages {
        private static final Map<String, Supplier<PosTagger>> MAKERS = Map.of(
                Locale.ENGLISH.getLanguage(),
                PosTagger::english,
                Locale.GERMAN.getLanguage(),
                () -> new OpenNlpPosTagger(OpenNlpModel.GERMAN_POS.get(), WordTags.GERMAN),
                Locale.FRENCH.getLanguage(),
                () -> new OpenNlpPosTagger(OpenNlpModel.FRENCH_POS.get(), WordTags.FRENCH));

        private Languages() {}
    }
}
