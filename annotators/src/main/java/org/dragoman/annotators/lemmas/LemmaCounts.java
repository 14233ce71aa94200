package org.dragoman.annotators.lemmas;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** How often each form has each lemma in a treebank; sorted, so that equal data are seen in the same order. */
final class LemmaCounts {
    private static final String NO_LEMMA = "_";

    private final Map<Seen, Map<String, Integer>> counts = table();

    /** A form with its tags, {@link PosTag#NONE} where they don't matter. */
    record Seen(String form, String universal, String treebank) {
        PosTag tag() {
            return new PosTag(universal, treebank);
        }

        Seen withoutTreebank() {
            return new Seen(form, universal, PosTag.NONE);
        }

        Seen withoutTags() {
            return new Seen(form, PosTag.NONE, PosTag.NONE);
        }
    }

    private static <V> Map<Seen, V> table() {
        return new TreeMap<>(
                Comparator.comparing(Seen::form).thenComparing(Seen::universal).thenComparing(Seen::treebank));
    }

    /** Whether the treebank gives a word a lemma; an underscore is its own. */
    static boolean hasLemma(String form, String lemma) {
        return !lemma.equals(NO_LEMMA) || form.equals(NO_LEMMA);
    }

    /**
     * Adds the words of a document.
     *
     * @throws IllegalArgumentException if it has no tags or no lemmas
     */
    void add(Document document) {
        if (!document.has(Layers.POS) || !document.has(Layers.LEMMAS)) {
            throw new IllegalArgumentException("document '" + document.id()
                    + "' of the treebank has no tags or no lemmas, so there is nothing to learn from");
        }
        var words = document.get(Layers.WORDS);
        var tags = document.get(Layers.POS);
        var lemmas = document.get(Layers.LEMMAS);
        for (var i = 0; i < words.size(); i++) {
            var form = words.get(i).form();
            if (hasLemma(form, lemmas.get(i))) {
                var word = new Seen(form, tags.get(i).universal(), tags.get(i).treebank());
                counts.computeIfAbsent(word, key -> new TreeMap<>()).merge(lemmas.get(i), 1, Integer::sum);
            }
        }
    }

    /** The most frequent lemma of each form with its tags. */
    Map<Seen, String> lemmas() {
        Map<Seen, String> lemmas = table();
        counts.forEach((word, ofWord) -> lemmas.put(word, best(ofWord)));
        return lemmas;
    }

    /**
     * The lemmas that most occurrences of a form have when some of its tags are put aside, for forms that occur more than once.
     *
     * @param share of the occurrences that have the lemma, at least
     */
    Map<Seen, String> majorities(UnaryOperator<Seen> putAside, double share) {
        Map<Seen, Map<String, Integer>> together = table();
        counts.forEach((word, ofWord) -> {
            var sum = together.computeIfAbsent(putAside.apply(word), key -> new TreeMap<>());
            ofWord.forEach((lemma, count) -> sum.merge(lemma, count, Integer::sum));
        });
        Map<Seen, String> majorities = table();
        together.forEach((word, ofWord) -> {
            var total = ofWord.values().stream().mapToInt(Integer::intValue).sum();
            if (total > 1 && ofWord.get(best(ofWord)) >= share * total) {
                majorities.put(word, best(ofWord));
            }
        });
        return majorities;
    }

    /** Of several that are equally frequent, the first in the alphabet. */
    private static String best(Map<String, Integer> lemmas) {
        return lemmas.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
    }
}
