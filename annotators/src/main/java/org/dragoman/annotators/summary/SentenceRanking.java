package org.dragoman.annotators.summary;

import org.dragoman.annotators.rank.WeightedGraph;
import org.dragoman.annotators.stopwords.StopWords;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Chooses the sentences that sum a text up by continuous LexRank (Erkan and Radev 2004, section 3.3): sentences that have words in common
 * support each other, the more the rarer these words are in the text. A sentence that says nearly the same as one that was chosen before is
 * passed over.
 *
 * <p>Not more than the first {@value #MOST_SENTENCES} sentences of a text, and the first {@value #MOST_WORDS} words of a sentence, are looked at,
 * since the work grows with the square of the number of sentences. Immutable; safe for use by many threads.
 *
 * @param stopWords words that don't count
 * @param most how many sentences are chosen at most
 */
public record SentenceRanking(StopWords stopWords, int most) {
    static final int MOST_SENTENCES = 1_000;
    static final int MOST_WORDS = 500;
    private static final double NEARLY_THE_SAME = 0.7;

    public SentenceRanking {
        if (most < 1) {
            throw new IllegalArgumentException("a summary must have at least 1 sentence, got " + most);
        }
    }

    /**
     * The numbers of the chosen sentences, from 0, rising. Of equally good ones the earlier is chosen.
     *
     * @param sentences the tokens of each
     */
    public List<Integer> of(List<List<String>> sentences) {
        var vectors = vectors(sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size())));
        var graph = graph(vectors);
        var ranks = graph.ranks();
        var order = IntStream.range(0, ranks.length)
                .boxed()
                .filter(i -> !vectors.get(i).isEmpty())
                .sorted(Comparator.comparingDouble((Integer i) -> -ranks[i]))
                .toList();
        var chosen = new ArrayList<Integer>();
        for (var next : order) {
            if (chosen.size() < most
                    && chosen.stream().noneMatch(other -> graph.weight(next, other) > NEARLY_THE_SAME)) {
                chosen.add(next);
            }
        }
        return chosen.stream().sorted().toList();
    }

    /** The words of each sentence with their weights: how often it occurs times its rarity in the text; of length 1. */
    private List<Map<String, Double>> vectors(List<List<String>> sentences) {
        var counts = sentences.stream().map(this::counts).toList();
        var sentencesWith = new HashMap<String, Integer>();
        counts.forEach(of -> of.keySet().forEach(word -> sentencesWith.merge(word, 1, Integer::sum)));
        var vectors = new ArrayList<Map<String, Double>>();
        for (var of : counts) {
            var vector = new TreeMap<String, Double>();
            of.forEach((word, count) -> vector.put(
                    word, count * (1 + StrictMath.log(sentences.size() / (double) sentencesWith.get(word)))));
            var length = Math.sqrt(
                    vector.values().stream().mapToDouble(value -> value * value).sum());
            vector.replaceAll((word, value) -> value / length);
            vectors.add(vector);
        }
        return vectors;
    }

    private Map<String, Integer> counts(List<String> sentence) {
        var counts = new TreeMap<String, Integer>();
        for (var token : sentence.subList(0, Math.min(MOST_WORDS, sentence.size()))) {
            if (Character.isLetterOrDigit(token.codePointAt(0)) && !stopWords.contains(token)) {
                counts.merge(token.toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static WeightedGraph graph(List<Map<String, Double>> vectors) {
        var graph = new WeightedGraph();
        vectors.forEach(vector -> graph.addNode());
        for (var i = 0; i < vectors.size(); i++) {
            for (var j = 0; j < i; j++) {
                var similarity = product(vectors.get(i), vectors.get(j));
                if (similarity > 0) {
                    graph.addEdge(i, j, similarity);
                }
            }
        }
        return graph;
    }

    private static double product(Map<String, Double> a, Map<String, Double> b) {
        if (a.size() > b.size()) {
            return product(b, a);
        }
        var sum = 0.0;
        for (var entry : a.entrySet()) {
            sum += entry.getValue() * b.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }
}
