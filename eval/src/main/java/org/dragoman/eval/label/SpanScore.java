package org.dragoman.eval.label;

import org.dragoman.corpora.TagScheme;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Precision, recall and F1 of entities, equal to conlleval's and seqeval 1.2.2's: an entity is right if its type and both its ends are.
 *
 * @param byType counts of each type, gold or predicted
 */
public record SpanScore(SortedMap<String, Matches> byType) {
    public SpanScore {
        byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
    }

    /**
     * Compares sentences.
     *
     * @param gold tags of each sentence
     * @param predicted as many sentences with as many tags
     * @throws IllegalArgumentException if their numbers differ, or a tag doesn't belong to the scheme
     */
    public static SpanScore of(Iterator<List<String>> gold, Iterator<List<String>> predicted, TagScheme scheme) {
        var byType = new TreeMap<String, Matches>();
        var sentence = 0L;
        while (gold.hasNext() && predicted.hasNext()) {
            sentence++;
            count(byType, sentence, gold.next(), predicted.next(), scheme);
        }
        if (gold.hasNext() || predicted.hasNext()) {
            throw new IllegalArgumentException("there is no " + (gold.hasNext() ? "predicted" : "gold") + " sentence "
                    + (sentence + 1) + ", but the other side has one");
        }
        return new SpanScore(byType);
    }

    private static void count(
            SortedMap<String, Matches> byType,
            long sentence,
            List<String> gold,
            List<String> predicted,
            TagScheme scheme) {
        if (gold.size() != predicted.size()) {
            throw new IllegalArgumentException("sentence " + sentence + " has " + gold.size() + " gold tags, but "
                    + predicted.size() + " predicted ones");
        }
        var right = new HashSet<>(scheme.spans(gold));
        for (var span : right) {
            byType.merge(shown(span.type()), new Matches(0, 0, 1), Matches::plus);
        }
        for (var span : scheme.spans(predicted)) {
            byType.merge(shown(span.type()), new Matches(0, 1, 0), Matches::plus);
            if (right.contains(span)) {
                byType.computeIfPresent(
                        shown(span.type()), (type, m) -> new Matches(m.correct() + 1, m.predicted(), m.gold()));
            }
        }
    }

    /** Tags without a type, such as a plain B, count as those of a type, which seqeval calls {@code _}. */
    private static String shown(String type) {
        return type.isEmpty() ? "_" : type;
    }

    /** All types together. */
    public Matches micro() {
        return byType.values().stream().reduce(new Matches(0, 0, 0), Matches::plus);
    }

    /** Scores in which each type counts alike. */
    public Average macro() {
        return Average.macro(byType.values());
    }

    /** Scores in which each type counts as often as there are entities of it. */
    public Average weighted() {
        return Average.weighted(byType.values());
    }
}
