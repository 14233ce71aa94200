package org.dragoman.cli;

import org.dragoman.corpora.statistics.Distribution;
import org.dragoman.corpora.statistics.RankFrequency;
import org.dragoman.corpora.statistics.TextStatistics;
import org.dragoman.corpora.statistics.TokenCounts;
import org.dragoman.corpora.statistics.Unseen;
import org.dragoman.corpora.statistics.ZipfFit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that was counted of a corpus, as JSON.
 *
 * @param top how many of the most frequent tokens and n-grams
 * @param zipf fits Zipf's law
 * @param vocabularies of the training corpus, one a side; none if nothing is compared
 */
record StatisticsJson(int top, Function<TextStatistics, Optional<ZipfFit>> zipf, List<TokenCounts> vocabularies) {
    private static final List<Integer> PERCENTAGES = List.of(0, 5, 25, 50, 75, 95, 99, 100);

    /** One corpus. */
    Map<String, Object> of(CorpusStatsCommand.Counted one) {
        var json = new LinkedHashMap<String, Object>();
        json.put("corpus", one.name());
        var texts = new ArrayList<Map<String, Object>>();
        for (var side = 0; side < one.texts().size(); side++) {
            var text = json(one.texts().get(side));
            if (!vocabularies.isEmpty()) {
                text.put("unseen", json(CorpusStatsCommand.unseen(one, side, vocabularies)));
            }
            texts.add(text);
        }
        json.put("texts", texts);
        one.ratios().ifPresent(ratios -> json.put("lengthRatios", json(ratios)));
        return json;
    }

    private Map<String, Object> json(TextStatistics text) {
        var json = new LinkedHashMap<String, Object>();
        json.put("lines", text.lines());
        json.put("emptyLines", text.emptyLines());
        json.put("typeTokenRatio", text.typeTokenRatio());
        json.put("lengths", json(text.lengths()));
        json.put("characterLengths", json(text.characterLengths()));
        zipf.apply(text).ifPresent(fit -> json.put("zipf", fit));
        json.put("rankFrequencies", RankFrequency.of(text.tokens().ranked()));
        var orders = new ArrayList<Map<String, Object>>();
        for (var order = 1; order <= text.longestNgrams(); order++) {
            orders.add(json(order, text.ngrams(order)));
        }
        json.put("ngrams", orders);
        return json;
    }

    private Map<String, Object> json(int order, TokenCounts counts) {
        var json = new LinkedHashMap<String, Object>();
        json.put("order", order);
        json.put("tokens", counts.tokens());
        json.put("types", counts.types());
        json.put("hapaxes", counts.hapaxes());
        json.put("mostFrequent", counts.mostFrequent(top));
        return json;
    }

    private static Map<String, Object> json(Unseen unseen) {
        var json = new LinkedHashMap<String, Object>();
        json.put("tokenRate", unseen.tokenRate());
        json.put("typeRate", unseen.typeRate());
        json.put("counts", unseen);
        return json;
    }

    private static Map<String, Object> json(Distribution distribution) {
        var json = new LinkedHashMap<String, Object>();
        json.put("mean", distribution.mean());
        json.put("standardDeviation", distribution.standardDeviation());
        var percentiles = new LinkedHashMap<Integer, Double>();
        PERCENTAGES.forEach(percentage -> percentiles.put(percentage, distribution.percentile(percentage)));
        json.put("percentiles", percentiles);
        var histogram = new LinkedHashMap<String, Long>();
        distribution
                .counts()
                .forEach((value, count) -> histogram.put(
                        BigDecimal.valueOf(value).stripTrailingZeros().toPlainString(), count));
        json.put("histogram", histogram);
        return json;
    }
}
