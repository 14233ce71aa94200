package org.dragoman.nmt.translate;

import org.dragoman.corpora.ParallelCorpus;
import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.Segment;
import org.dragoman.eval.text.Bleu;
import org.dragoman.eval.text.BleuConfig;
import org.dragoman.eval.text.BleuScore;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * How well a translator does on a parallel corpus.
 *
 * @param bySource score of each different source once, with all its translations in the corpus as references
 * @param byRow score of each row against its own translation alone; low where a source has several
 * @param translations for each different source, in the order of the corpus, its translation
 * @param rows pairs of the corpus
 * @param seconds that translating took
 */
public record CorpusEvaluation(
        BleuScore bySource, BleuScore byRow, Map<String, String> translations, int rows, double seconds) {

    /**
     * Translates and scores a corpus; each of its lines is one sentence.
     *
     * @param config of both scores
     * @param progress is told how many sources are translated
     */
    public static CorpusEvaluation of(
            ParallelCorpus corpus, Translator translator, BleuConfig config, LongConsumer progress) {
        List<SentencePair> pairs;
        try (var stream = corpus.stream()) {
            pairs = stream.toList();
        }
        var references = new LinkedHashMap<String, List<String>>();
        pairs.forEach(pair -> references
                .computeIfAbsent(pair.source(), source -> new ArrayList<>())
                .add(pair.target()));
        var begin = System.nanoTime();
        var translations = translate(List.copyOf(references.keySet()), translator, progress);
        var seconds = (System.nanoTime() - begin) / 1e9;
        var bleu = new Bleu(config);
        var bySource = bleu.score(references.entrySet().stream()
                .map(entry -> new Segment(translations.get(entry.getKey()), entry.getValue()))
                .toList());
        var byRow = bleu.score(pairs.stream()
                .map(pair -> new Segment(translations.get(pair.source()), pair.target()))
                .toList());
        return new CorpusEvaluation(bySource, byRow, translations, pairs.size(), seconds);
    }

    private static Map<String, String> translate(List<String> sources, Translator translator, LongConsumer progress) {
        var pipeline = Pipeline.of(Set.of(Layers.SENTENCES), List.of(translator));
        var translations = new LinkedHashMap<String, String>();
        try (var results = pipeline.process(sources.stream().map(CorpusEvaluation::sentence))) {
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

    private static Document sentence(String text) {
        return Document.of(text)
                .with(Layers.SENTENCES, text.isEmpty() ? List.of() : List.of(new Span(0, text.length())));
    }
}
