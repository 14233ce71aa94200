package org.dragoman.eval.label;

import org.dragoman.corpora.Lines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
     * Compares two files in CoNLL-U.
     *
     * @param gold the treebank
     * @param system what was found in its text
     * @throws IllegalArgumentException if their characters differ, naming the place
     * @throws org.dragoman.corpora.CorpusFormatException if a line isn't CoNLL-U
     */
    public static TreebankScore of(Lines gold, Lines system) {
        var right = TreebankWords.read(gold);
        var found = TreebankWords.read(system);
        right.requireSameCharacters(found);
        var aligned = WordAligner.align(right.words(), found.words());
        var scores = new EnumMap<Metric, Matches>(Metric.class);
        scores.put(Metric.TOKENS, spans(right.tokens(), found.tokens()));
        scores.put(Metric.SENTENCES, spans(right.sentences(), found.sentences()));
        scores.put(
                Metric.WORDS,
                new Matches(aligned.size(), found.words().size(), right.words().size()));
        for (var metric : List.of(Metric.UPOS, Metric.XPOS, Metric.UFEATS, Metric.ALL_TAGS)) {
            scores.put(metric, matches(right, found, aligned, pair -> isSame(metric, pair)));
        }
        scores.put(Metric.LEMMAS, matches(right, found, aligned, TreebankScore::hasSameLemma));
        return new TreebankScore(scores, aligned.size());
    }

    private static Matches spans(List<TreebankWords.Characters> gold, List<TreebankWords.Characters> system) {
        var correct = 0L;
        for (int g = 0, s = 0; g < gold.size() && s < system.size(); ) {
            var a = gold.get(g);
            var b = system.get(s);
            correct += a.equals(b) ? 1 : 0;
            g += a.start() <= b.start() ? 1 : 0;
            s += b.start() <= a.start() ? 1 : 0;
        }
        return new Matches(correct, system.size(), gold.size());
    }

    private static Matches matches(
            TreebankWords gold,
            TreebankWords system,
            List<WordAligner.Pair> aligned,
            Function<WordAligner.Pair, Boolean> isRight) {
        var correct = aligned.stream().filter(isRight::apply).count();
        return new Matches(correct, system.words().size(), gold.words().size());
    }

    private static boolean isSame(Metric metric, WordAligner.Pair pair) {
        return key(metric, pair.gold()).equals(key(metric, pair.system()));
    }

    private static List<String> key(Metric metric, TreebankWords.Word word) {
        return switch (metric) {
            case UPOS -> List.of(word.upos());
            case XPOS -> List.of(word.xpos());
            case UFEATS -> List.of(universal(word.features()));
            default -> List.of(word.upos(), word.xpos(), universal(word.features()));
        };
    }

    private static String universal(String features) {
        return Arrays.stream(features.split("\\|"))
                .filter(feature -> UNIVERSAL_FEATURES.contains(feature.split("=", 2)[0]))
                .sorted()
                .collect(Collectors.joining("|"));
    }

    /** A word to which the treebank gives no lemma has none to find. */
    private static boolean hasSameLemma(WordAligner.Pair pair) {
        return pair.gold().lemma().equals("_")
                || pair.gold().lemma().equals(pair.system().lemma());
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
