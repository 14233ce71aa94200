package org.dragoman.nmt.factors;

import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.Document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Learns which values factors have from the documents of a training corpus. For one thread. */
public final class FactorLearner {

    private final FactorConfig config;
    private final List<Map<String, Long>> counts = new ArrayList<>();

    public FactorLearner(FactorConfig config) {
        this.config = config;
        config.factors().forEach(factor -> counts.add(new HashMap<>()));
    }

    /**
     * Counts the values of a document's tokens.
     *
     * @throws IllegalArgumentException if it lacks layers that the factors need
     */
    public void count(Document document) {
        var values = FactoredDocument.of(config, document).ofTokens();
        for (var factor = 0; factor < values.size(); factor++) {
            var counted = counts.get(factor);
            values.get(factor).stream()
                    .filter(value -> !value.equals(PieceValues.NONE))
                    .forEach(value -> counted.merge(value, 1L, Long::sum));
        }
    }

    /** What has been counted as numbers. */
    public SourceFactors learned() {
        var vocabularies = new ArrayList<Vocabulary>();
        for (var i = 0; i < counts.size(); i++) {
            vocabularies.add(config.factors().get(i).vocabulary(counts.get(i)));
        }
        return new SourceFactors(config, vocabularies);
    }
}
