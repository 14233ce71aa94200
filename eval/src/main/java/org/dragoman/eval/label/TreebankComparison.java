package org.dragoman.eval.label;

import org.dragoman.eval.label.TreebankScore.Metric;
import org.dragoman.eval.label.TreebankWords.Characters;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Counts what two treebanks of the same text have in common, reading them side by side. */
final class TreebankComparison {
    private static final List<Metric> OF_WORDS =
            List.of(Metric.UPOS, Metric.XPOS, Metric.UFEATS, Metric.ALL_TAGS, Metric.LEMMAS);
    private static final int SHOWN = 20; // characters of a difference

    private final TreebankWords gold;
    private final TreebankWords system;
    private final Map<Metric, Long> correct = new EnumMap<>(Metric.class);
    private long sameCharacters;

    private TreebankComparison(TreebankWords gold, TreebankWords system) {
        this.gold = gold;
        this.system = system;
        List.of(Metric.values()).forEach(metric -> correct.put(metric, 0L));
    }

    /** Compares all that is left of both. */
    static TreebankScore score(TreebankWords gold, TreebankWords system) {
        var comparison = new TreebankComparison(gold, system);
        var aligner = new WordAligner(gold, system, comparison::count);
        while (aligner.step()) {
            comparison.compare();
        }
        comparison.compareRest();
        return comparison.score();
    }

    private void compare() {
        compareCharacters();
        compareSpans(Metric.TOKENS, gold.tokens(), system.tokens());
        compareSpans(Metric.SENTENCES, gold.sentences(), system.sentences());
    }

    /** Where one side has no words left, the other has none either, or the texts differ. */
    private void compareRest() {
        do {
            compare();
        } while (readsOn(gold) || readsOn(system));
        if (gold.characters().length() + system.characters().length() > 0) {
            throw different(0);
        }
    }

    private static boolean readsOn(TreebankWords words) {
        return words.characters().length() == 0 && words.read();
    }

    private void count(WordAligner.Pair pair) {
        correct.merge(Metric.WORDS, 1L, Long::sum);
        for (var metric : OF_WORDS) {
            correct.merge(metric, TreebankScore.isSame(metric, pair) ? 1L : 0L, Long::sum);
        }
    }

    /** Takes those for which the other side can have no partner any more. */
    private void compareSpans(Metric metric, Queue<Characters> right, Queue<Characters> found) {
        while (!right.isEmpty() && !found.isEmpty()) {
            var a = right.element();
            var b = found.element();
            correct.merge(metric, a.equals(b) ? 1L : 0L, Long::sum);
            if (a.start() <= b.start()) {
                right.remove();
            }
            if (b.start() <= a.start()) {
                found.remove();
            }
        }
    }

    private void compareCharacters() {
        var a = gold.characters();
        var b = system.characters();
        var length = Math.min(a.length(), b.length());
        for (var i = 0; i < length; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                throw different(i);
            }
        }
        a.delete(0, length);
        b.delete(0, length);
        sameCharacters += length;
    }

    private IllegalArgumentException different(int at) {
        return new IllegalArgumentException("the texts of " + gold.name() + " and " + system.name()
                + " must be the same but for white space; after " + (sameCharacters + at) + " characters there is \""
                + cut(gold, at) + "\" in one and \"" + cut(system, at) + "\" in the other");
    }

    private static String cut(TreebankWords words, int at) {
        var text = words.characters();
        while (text.length() < at + SHOWN && words.read()) {
            text = words.characters();
        }
        return text.substring(at, Math.min(text.length(), at + SHOWN));
    }

    private TreebankScore score() {
        var scores = new EnumMap<Metric, Matches>(Metric.class);
        correct.forEach(
                (metric, count) -> scores.put(metric, new Matches(count, total(system, metric), total(gold, metric))));
        return new TreebankScore(scores, correct.get(Metric.WORDS));
    }

    private static long total(TreebankWords words, Metric metric) {
        return switch (metric) {
            case TOKENS -> words.tokenCount();
            case SENTENCES -> words.sentenceCount();
            default -> words.wordCount();
        };
    }
}
