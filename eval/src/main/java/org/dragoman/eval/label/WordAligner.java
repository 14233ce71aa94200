package org.dragoman.eval.label;

import org.dragoman.eval.label.TreebankWords.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the words that two analyses of the same characters have in common (Zeman et al. 2018, section 4), in memory for the words of a
 * stretch that no multiword token crosses.
 */
final class WordAligner {
    private final TreebankWords gold;
    private final TreebankWords system;
    private final Consumer<Pair> pairs;

    /** The same word on both sides. */
    record Pair(Word gold, Word system) {}

    /**
     * Begins with nothing aligned.
     *
     * @param pairs gets the words that both sides have, in order
     */
    WordAligner(TreebankWords gold, TreebankWords system, Consumer<Pair> pairs) {
        this.gold = gold;
        this.system = system;
        this.pairs = pairs;
    }

    /** Takes a word, or those of a stretch; false if one side has no words left. */
    boolean step() {
        if (gold.word().isEmpty() || system.word().isEmpty()) {
            return false;
        }
        var right = gold.word().get();
        var found = system.word().get();
        if (right.isPart() || found.isPart()) {
            alignParts(right, found);
        } else {
            alignWords(right, found);
        }
        return true;
    }

    private void alignWords(Word right, Word found) {
        if (right.characters().equals(found.characters())) {
            pairs.accept(new Pair(gold.takeWord(), system.takeWord()));
        } else if (start(right) <= start(found)) {
            gold.takeWord();
        } else {
            system.takeWord();
        }
    }

    /** Aligns all words of a stretch that no multiword token of either side crosses. */
    private void alignParts(Word right, Word found) {
        passWordBefore(right, found);
        var end = (right.isPart() ? right : found).characters().end();
        var rights = new ArrayList<Word>();
        var founds = new ArrayList<Word>();
        while (isWithin(gold.word(), end) || isWithin(system.word(), end)) {
            var isGold = isGoldNext();
            var word = isGold ? gold.takeWord() : system.takeWord();
            (isGold ? rights : founds).add(word);
            end = word.isPart() ? Math.max(end, word.characters().end()) : end;
        }
        alignForms(rights, founds);
    }

    /** Leaves out a whole word that begins before the multiword token. */
    private void passWordBefore(Word right, Word found) {
        if (right.isPart() && !found.isPart() && start(found) < start(right)) {
            system.takeWord();
        } else if (!right.isPart() && start(right) < start(found)) {
            gold.takeWord();
        }
    }

    private boolean isGoldNext() {
        var right = gold.word();
        var found = system.word();
        return right.isPresent() && (found.isEmpty() || start(right.get()) <= start(found.get()));
    }

    private static long start(Word word) {
        return word.characters().start();
    }

    private static boolean isWithin(Optional<Word> next, long end) {
        return next.filter(word ->
                        word.isPart() ? start(word) < end : word.characters().end() <= end)
                .isPresent();
    }

    /** By the longest common subsequence of their forms. */
    private void alignForms(List<Word> right, List<Word> found) {
        var longest = new int[right.size() + 1][found.size() + 1]; // from these words to the ends
        for (var i = right.size() - 1; i >= 0; i--) {
            for (var j = found.size() - 1; j >= 0; j--) {
                longest[i][j] = isSame(right.get(i), found.get(j))
                        ? 1 + longest[i + 1][j + 1]
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        for (int i = 0, j = 0; i < right.size() && j < found.size(); ) {
            if (isSame(right.get(i), found.get(j))) {
                pairs.accept(new Pair(right.get(i++), found.get(j++)));
            } else if (longest[i][j] == longest[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static boolean isSame(Word right, Word found) {
        return right.form().equals(found.form());
    }
}
