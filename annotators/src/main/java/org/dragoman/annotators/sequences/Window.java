package org.dragoman.annotators.sequences;

import java.util.Arrays;
import java.util.List;

/** What the features of a word can see of its sentence. */
final class Window {
    static final int REACH = 2;

    private static final WordForm OUTSIDE = WordForm.of("\n"); // no word is one

    private final WordForm[] forms; // with as many as the window reaches before and behind
    private final int[][] classes; // kind, word
    private final int sentenceCase;
    private int place;

    Window(List<String> words, Lexicon lexicon) {
        forms = new WordForm[words.size() + 2 * REACH];
        Arrays.fill(forms, OUTSIDE);
        var titles = 0;
        var uppers = 0;
        for (var i = 0; i < words.size(); i++) {
            forms[i + REACH] = WordForm.of(words.get(i));
            titles += forms[i + REACH].isTitle() ? 1 : 0;
            uppers += forms[i + REACH].isUpper() ? 1 : 0;
        }
        sentenceCase = (2 * uppers > words.size() ? 2 : 0) + (3 * titles > 2 * words.size() ? 1 : 0);
        classes = new int[lexicon.kinds()][forms.length];
        for (var kind = 0; kind < classes.length; kind++) {
            for (var i = 0; i < forms.length; i++) {
                classes[kind][i] = forms[i] == OUTSIDE ? -2 : lexicon.of(kind, forms[i].lower());
            }
        }
    }

    void moveTo(int word) {
        place = word + REACH;
    }

    /** The word that is so many behind the current one. */
    WordForm at(int distance) {
        return forms[place + distance];
    }

    int kinds() {
        return classes.length;
    }

    int classAt(int kind, int distance) {
        return kind < classes.length ? classes[kind][place + distance] : 0;
    }

    boolean isFirst() {
        return place == REACH;
    }

    /** Whether most words of the sentence are in capitals (2) or begin with one (1) or neither (0), which makes a capital tell less. */
    int sentenceCase() {
        return sentenceCase;
    }
}
