package org.dragoman.cli;

import org.dragoman.eval.Metric;
import org.dragoman.eval.SystemCounts;
import org.dragoman.eval.TestSet;
import org.dragoman.nmt.translate.CorpusTranslation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What came out of translating and scoring a corpus by one or more models.
 *
 * @param rows the corpus as it is
 * @param sources each different source with all its references
 * @param models at least one
 * @param translations one a model
 * @param bySource scores of {@code sources}
 * @param byRow scores of {@code rows}; the same where no source stands in two rows
 */
record TranslationEvaluation(
        TestSet rows,
        TestSet sources,
        List<EvaluatedModel> models,
        List<CorpusTranslation> translations,
        Scored bySource,
        Scored byRow) {

    /**
     * How translations are scored.
     *
     * @param metrics at least one
     * @param significance intervals and tests
     * @param keepsLines whether the counts of single lines are wanted whatever the tests need
     * @param width decimal places
     */
    record Scoring(List<Metric<?, ?>> metrics, SignificanceOptions significance, boolean keepsLines, int width) {
        private Scored score(List<EvaluatedModel> models, List<CorpusTranslation> translations, TestSet testSet) {
            var counts = IntStream.range(0, models.size())
                    .mapToObj(i -> SystemCounts.of(
                            models.get(i).name(),
                            testSet.segments(translations.get(i).translations()::get),
                            metrics,
                            keepsLines || significance.needsLines(models.size())))
                    .toList();
            return new Scored(counts, new ScoreTable(significance.results(counts), width));
        }
    }

    /** Translates a corpus by models and scores what they give. */
    static TranslationEvaluation of(TestSet rows, List<EvaluatedModel> models, Scoring scoring) {
        var sources = rows.bySource();
        var translations = models.stream()
                .map(model -> model.translate(sources.sources(), done -> {}))
                .toList();
        var bySource = scoring.score(models, translations, sources);
        var byRow = sources.sources().size() == rows.sources().size()
                ? bySource
                : scoring.score(models, translations, rows);
        return new TranslationEvaluation(rows, sources, models, translations, bySource, byRow);
    }

    /**
     * Scores with what was counted.
     *
     * @param counts one a model
     * @param scores of all
     */
    record Scored(List<SystemCounts> counts, ScoreTable scores) {}

    boolean hasRepeatedSources() {
        return sources.sources().size() < rows.sources().size();
    }

    /** For programs. */
    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("sources", sources.sources().size());
        json.put("rows", rows.sources().size());
        json.put("bySource", Map.of("systems", bySource.scores().json()));
        json.put("byRow", Map.of("systems", byRow.scores().json()));
        json.put(
                "seconds", translations.stream().map(CorpusTranslation::seconds).toList());
        return json;
    }

    /** How long each model took, a line each. */
    List<String> speeds() {
        var lines = new ArrayList<String>();
        for (var i = 0; i < models.size(); i++) {
            var name = models.size() == 1 ? "" : models.get(i).name() + ": ";
            lines.add(name + speed(translations.get(i).seconds()));
        }
        return lines;
    }

    private String speed(double seconds) {
        return String.format(
                Locale.ROOT,
                "%,d sources, %,d rows; %.1f s (%.1f sources a second)",
                sources.sources().size(),
                rows.sources().size(),
                seconds,
                sources.sources().size() / seconds);
    }
}
