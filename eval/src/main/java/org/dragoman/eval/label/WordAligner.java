package org.dragoman.eval.label;

import org.dragoman.eval.label.TreebankWords.Word;

import java.util.ArrayList;
import java.util.List;

/** Finds the words that two analyses of the same characters have in common (Zeman et al. 2018, section 4). */
final class WordAligner {
    private final List<Word> gold;
    private final List<Word> system;
    private final List<Pair> pairs = new ArrayList<>();
    private int g; // the next word of each side
    private int s;

    /** The same word on both sides. */
    record Pair(Word gold, Word system) {}

    private WordAligner(List<Word> gold, List<Word> system) {
        this.gold = gold;
        this.system = system;
    }

    static List<Pair> align(List<Word> gold, List<Word> system) {
        var aligner = new WordAligner(gold, system);
        while (aligner.g < gold.size() && aligner.s < system.size()) {
            if (gold.get(aligner.g).isPart() || system.get(aligner.s).isPart()) {
                aligner.alignParts();
            } else {
                aligner.alignWords();
            }
        }
        return aligner.pairs;
    }

    private void alignWords() {
        var right = gold.get(g).characters();
        var found = system.get(s).characters();
        if (right.equals(found)) {
            pairs.add(new Pair(gold.get(g++), system.get(s++)));
        } else if (right.start() <= found.start()) {
            g++;
        } else {
            s++;
        }
    }

    /** Aligns all words of a stretch that no multiword token of either side crosses. */
    private void alignParts() {
        var end = passWordBefore();
        var goldStart = g;
        var systemStart = s;
        while (isWithin(gold, g, end) || isWithin(system, s, end)) {
            if (g < gold.size() && (s >= system.size() || start(gold, g) <= start(system, s))) {
                end = extended(gold.get(g++), end);
            } else {
                end = extended(system.get(s++), end);
            }
        }
        alignForms(gold.subList(goldStart, g), system.subList(systemStart, s));
    }

    /** Leaves out a whole word that begins before the multiword token; returns where the token ends. */
    private int passWordBefore() {
        var right = gold.get(g);
        var found = system.get(s);
        if (right.isPart()) {
            s += !found.isPart() && start(system, s) < start(gold, g) ? 1 : 0;
            return right.characters().end();
        }
        g += start(gold, g) < start(system, s) ? 1 : 0;
        return found.characters().end();
    }

    private static int start(List<Word> words, int i) {
        return words.get(i).characters().start();
    }

    private static boolean isWithin(List<Word> words, int i, int end) {
        if (i >= words.size()) {
            return false;
        }
        var characters = words.get(i).characters();
        return words.get(i).isPart() ? characters.start() < end : characters.end() <= end;
    }

    private static int extended(Word word, int end) {
        return word.isPart() ? Math.max(end, word.characters().end()) : end;
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
                pairs.add(new Pair(right.get(i++), found.get(j++)));
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
