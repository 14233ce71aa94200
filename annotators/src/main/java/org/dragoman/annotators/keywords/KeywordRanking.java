package org.dragoman.annotators.keywords;

import org.dragoman.annotators.rank.WeightedGraph;
import org.dragoman.annotators.stopwords.StopWords;
import org.dragoman.pipeline.Label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Finds key words and phrases by TextRank (Mihalcea and Tarau 2004): words that stand near each other support each other, the third of the
 * words that is supported best is kept, and those of them that stand side by side become phrases. A phrase is as strong as its words together.
 * Unlike in the paper, a word also counts as often as it occurs, since otherwise two words that only ever stand beside each other, once, are as
 * strong as an average word of the text.
 *
 * <p>Not more than the first {@value #MOST_TOKENS} tokens of a text are looked at. Immutable; safe for use by many threads.
 *
 * @param stopWords words that are never part of a phrase
 * @param window how far two words may be apart to support each other, in tokens; the paper finds 2 best, the next token but one counted
 *     out
 * @param most how many phrases are found at most
 */
public record KeywordRanking(StopWords stopWords, int window, int most) {
    static final int MOST_TOKENS = 100_000;
    private static final int SHORTEST = 2;

    public KeywordRanking {
        if (window < 2 || most < 1) {
            throw new IllegalArgumentException(
                    "the window must be at least 2 and the most key words at least 1, got " + window + " and " + most);
        }
    }

    /**
     * The best phrases with their strength, from 1 for the best down; equal ones in the order of the text.
     *
     * @param sentences the tokens of each sentence, as written
     */
    public List<Label> of(List<List<String>> sentences) {
        return of(sentences, token -> true);
    }

    /**
     * The same if not every word can be part of a phrase, such as nouns and adjectives only.
     *
     * @param allowed for the number of a token, counted through all sentences from 0
     */
    public List<Label> of(List<List<String>> sentences, IntPredicate allowed) {
        var words = new Words(sentences, allowed);
        return words.phrases(words.graph.ranks(words.importance()));
    }

    /** The words of one text that can be part of a phrase. */
    private final class Words {
        private final Map<String, Integer> nodes = new HashMap<>();
        private final WeightedGraph graph = new WeightedGraph();
        private final List<Integer> counts = new ArrayList<>(); // how often the word of each node occurs
        private final List<List<String>> sentences = new ArrayList<>();
        private final List<int[]> nodesOfTokens = new ArrayList<>(); // -1 for a token that can't be part of a phrase

        Words(List<List<String>> all, IntPredicate allowed) {
            var token = 0;
            for (var sentence : all) {
                var length = Math.min(sentence.size(), MOST_TOKENS - token);
                add(sentence.subList(0, length), allowed, token);
                token += length;
            }
        }

        private void add(List<String> sentence, IntPredicate allowed, int firstToken) {
            var found = new int[sentence.size()];
            for (var i = 0; i < found.length; i++) {
                found[i] = allowed.test(firstToken + i) && canBeKey(sentence.get(i)) ? node(sentence.get(i)) : -1;
                for (var j = Math.max(0, i - window + 1); j < i; j++) {
                    if (found[i] >= 0 && found[j] >= 0 && found[i] != found[j]) {
                        graph.addEdge(found[i], found[j], 1);
                    }
                }
            }
            sentences.add(sentence);
            nodesOfTokens.add(found);
        }

        private boolean canBeKey(String token) {
            return token.length() >= SHORTEST && Character.isLetter(token.codePointAt(0)) && !stopWords.contains(token);
        }

        private int node(String token) {
            var node = nodes.computeIfAbsent(token.toLowerCase(Locale.ROOT), key -> graph.addNode());
            if (node == counts.size()) {
                counts.add(0);
            }
            counts.set(node, counts.get(node) + 1);
            return node;
        }

        double[] importance() {
            var mean = counts.stream().mapToInt(Integer::intValue).average().orElse(1);
            return counts.stream().mapToDouble(count -> count / mean).toArray();
        }

        List<Label> phrases(double[] ranks) {
            var least = leastKept(ranks);
            var strengths = new LinkedHashMap<String, Double>();
            var names = new HashMap<String, String>();
            for (var i = 0; i < sentences.size(); i++) {
                var found = nodesOfTokens.get(i);
                for (var start = 0; start < found.length; start++) {
                    var end = start;
                    var strength = 0.0;
                    while (end < found.length && found[end] >= 0 && ranks[found[end]] >= least) {
                        strength += ranks[found[end++]];
                    }
                    if (end > start) {
                        var name = String.join(" ", sentences.get(i).subList(start, end));
                        names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
                        strengths.putIfAbsent(name.toLowerCase(Locale.ROOT), strength);
                        start = end;
                    }
                }
            }
            return best(strengths, names);
        }

        private double leastKept(double[] ranks) {
            var sorted = ranks.clone();
            Arrays.sort(sorted);
            return sorted.length == 0 ? 0 : sorted[sorted.length - (sorted.length + 2) / 3];
        }

        private List<Label> best(Map<String, Double> strengths, Map<String, String> names) {
            var strongest = strengths.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(1);
            return strengths.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .limit(most)
                    .map(phrase -> new Label(names.get(phrase.getKey()), phrase.getValue() / strongest))
                    .toList();
        }
    }
}
