package org.dragoman.nmt.translate;

import org.dragoman.pipeline.Layers;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * What a translator makes of the sources of a corpus.
 *
 * @param translations of each different source, in the order of the corpus
 * @param seconds that translating took
 */
public record CorpusTranslation(Map<String, String> translations, double seconds) {

    public CorpusTranslation {
        translations = Collections.unmodifiableMap(new LinkedHashMap<>(translations));
    }

    /**
     * Translates on all cores; each source is one sentence and translated once.
     *
     * @param progress is told how many different sources are translated
     */
    public static CorpusTranslation of(Collection<String> sources, Translator translator, LongConsumer progress) {
        var begin = System.nanoTime();
        var translations = translate(new LinkedHashSet<>(sources), translator, progress);
        return new CorpusTranslation(translations, (System.nanoTime() - begin) / 1e9);
    }

    private static Map<String, String> translate(Set<String> sources, Translator translator, LongConsumer progress) {
        var pipeline = translator.ofSentences();
        var translations = new LinkedHashMap<String, String>();
        try (var results = pipeline.process(sources.stream().map(SourceSteps::sentence))) {
            results.forEach(result -> {
                var document = result.orElseThrow();
                var target = document.get(Layers.TRANSLATION)
                        .get(translator.target())
                        .target();
                translations.put(document.text(), target.text());
                progress.accept(translations.size());
            });
        }
        return translations;
    }
}
