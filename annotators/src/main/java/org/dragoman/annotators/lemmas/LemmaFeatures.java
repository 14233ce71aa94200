package org.dragoman.annotators.lemmas;

import org.dragoman.annotators.linear.Features;
import org.dragoman.pipeline.PosTag;

import java.util.Locale;

/** What the choice of a script depends on: the end of the form, its shape and its tags. */
final class LemmaFeatures {
    private static final int LONGEST_ENDING = 7;
    private static final int LONGEST_SHAPE = 6;

    private LemmaFeatures() {}

    /** Replaces the features by those of a word. */
    static void fill(Features features, String form, PosTag tag) {
        features.clear();
        var word = form.toLowerCase(Locale.ROOT);
        add(features, 0, form, word, tag.universal());
        if (!tag.treebank().equals(PosTag.NONE)) {
            add(features, 100, form, word, tag.universal() + " " + tag.treebank());
        }
        features.start(201).with(word).end();
    }

    private static void add(Features features, int first, String form, String word, String tag) {
        features.start(first).with(tag).end();
        features.start(first + 1).with(tag).with(word).end();
        for (var length = 1; length <= LONGEST_ENDING && length < word.length(); length++) {
            features.start(first + 2)
                    .with(tag)
                    .with(word, word.length() - length, word.length())
                    .end();
        }
        var shape = shape(form);
        features.start(first + 3).with(tag).with(shape).end();
        features.start(first + 4)
                .with(tag)
                .with(shape)
                .with(word, Math.max(0, word.length() - 1), word.length())
                .end();
        features.start(first + 5).with(tag).with(syllables(word)).end();
        features.start(first + 6)
                .with(tag)
                .with(syllables(word))
                .with(word, Math.max(0, word.length() - 4), word.length())
                .end();
    }

    private static String shape(String form) {
        var shape = new StringBuilder();
        var last = '\0';
        for (var i = 0; i < form.length() && shape.length() < LONGEST_SHAPE; i++) {
            var kind = kind(form.charAt(i));
            if (kind != last || shape.length() == 1) {
                shape.append(kind);
            }
            last = kind;
        }
        return shape.toString();
    }

    private static char kind(char c) {
        if (Character.isUpperCase(c)) {
            return 'X';
        }
        if (Character.isLetter(c)) {
            return 'x';
        }
        return Character.isDigit(c) ? '0' : c;
    }

    /** Vowels and consonants near the end, which tell <em>hoping</em> from <em>hopping</em>; a doubled letter shows. */
    private static String syllables(String word) {
        var pattern = new StringBuilder();
        for (var i = Math.max(0, word.length() - 7); i < word.length(); i++) {
            var c = word.charAt(i);
            var doubled = i > 0 && word.charAt(i - 1) == c;
            pattern.append(doubled ? '=' : "aeiouy".indexOf(c) >= 0 ? 'v' : 'c');
        }
        return pattern.toString();
    }
}
