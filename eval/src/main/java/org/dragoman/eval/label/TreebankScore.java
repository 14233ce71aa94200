package org.dragoman.eval.label;

import org.dragoman.corpora.Lines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How well a treebank was found again from its text, equal to the evaluation script of the CoNLL 2018 shared task (Zeman et al. 2018) for
 * all of its metrics that don't concern syntax. Both sides are aligned by characters other than white space; within multiword tokens, words
 * are aligned by their longest common subsequence.
 *
 * @param scores of each metric
 * @param alignedWords words that both sides have, of which {@link #accuracy} is a share
 */
public record TreebankScore(Map<Metric, Matches> scores, long alignedWords) {
    private static final Set<String> UNIVERSAL_FEATURES = Set.of(
            "PronType",
            "NumType",
            "Poss",
            "Reflex",
            "Foreign",
            "Abbr",
            "Gender",
            "Animacy",
            "Number",
            "Case",
            "Definite",
            "Degree",
            "VerbForm",
            "Mood",
            "Tense",
            "Aspect",
            "Voice",
            "Evident",
            "Polarity",
            "Person",
            "Polite");

    /** What is compared. */
    public enum Metric {
        TOKENS("Tokens"),
        SENTENCES("Sentences"),
        WORDS("Words"),
        UPOS("UPOS"),
        XPOS("XPOS"),
        UFEATS("UFeats"),
        ALL_TAGS("AllTags"),
        LEMMAS("Lemmas");

        private final String title;

        Metric(String title) {
            this.title = title;
        }

        /** Its name in the shared task. */
        public String title() {
            return title;
        }
    }

    public TreebankScore {
        scores = Collections.unmodifiableMap(new EnumMap<>(scores));
    }

    /**
     * Compares two files in CoNLL-U, in memory for the sentences by which one is ahead of the other.
     *
     * @param gold the treebank
     * @param system what was found in its text
     * @throws IllegalArgumentException if their characters differ, naming the place
     * @throws org.dragoman.corpora.CorpusFormatException if a line isn't CoNLL-U
     */
    public static TreebankScore of(Lines gold, Lines system) {
        return TreebankComparison.score(new TreebankWords(gold), new TreebankWords(system));
    }

    /** Whether the words of a pair have the same tag or lemma; a word to which the treebank gives no lemma has none to find. */
    static boolean isSame(Metric metric, WordAligner.Pair pair) {
        if (metric == Metric.LEMMAS && pair.gold().lemma().equals("_")) {
            return true;
        }
        return key(metric, pair.gold()).equals(key(metric, pair.system()));
    }

    private static List<String> key(Metric metric, TreebankWords.Word word) {
        return switch (metric) {
            case UPOS -> List.of(word.upos());
            case XPOS -> List.of(word.xpos());
            case UFEATS -> List.of(universal(word.features()));
            case LEMMAS -> List.of(word.lemma());
            default -> List.of(word.upos(), word.xpos(), universal(word.features()));
        };
    }

    private static String universal(String features) {
        return Arrays.stream(features.split("\\|"))
                .filter(feature -> UNIVERSAL_FEATURES.contains(feature.split("=", 2)[0]))
                .sorted()
                .collect(Collectors.joining("|"));
    }

    /** The counts of a metric. */
    public Matches of(Metric metric) {
        return scores.get(metric);
    }

    /** Share of the aligned words that have the right tag or lemma, 0 to 1. */
    public double accuracy(Metric metric) {
        return alignedWords == 0 ? 0 : (double) of(metric).correct() / alignedWords;
    }

    /** Metrics in the order of the shared task. */
    public static List<Metric> metrics() {
        return new ArrayList<>(List.of(Metric.values()));
    }
}
