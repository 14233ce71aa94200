package org.dragoman.annotators.sequences;

import java.util.Locale;

/**
 * What of a word's form the features look at, as hashes.
 *
 * @param form the word
 * @param exact the form as it is
 * @param lower the form in lower case, each digit a 0
 * @param shape kinds of its characters, repetitions left out: {@code Xx} for <em>Paris</em>, {@code d.d} for <em>12.50</em>
 * @param longShape the same with up to four repetitions and up to eight characters in all
 * @param prefixes of the lower-case form, of 1, 2, ... characters; shorter where the word is
 * @param suffixes the same from the end
 * @param isTitle whether it begins with a capital and does not go on with one
 * @param isUpper whether it is two capitals or more and nothing else
 */
record WordForm(
        String form,
        int exact,
        int lower,
        int shape,
        int longShape,
        int[] prefixes,
        int[] suffixes,
        boolean isTitle,
        boolean isUpper) {
    static final int AFFIXES = 6;

    private static final int LONG_SHAPE = 8;

    /** The latest forms by hash. Threads may overwrite each other's, which costs time at most: a form is immutable and names its word. */
    private static final WordForm[] LATEST = new WordForm[1 << 12];

    /** Looks at a word; what was found before is kept for a while. */
    static WordForm of(String form) {
        var slot = (form.hashCode() * 0x9E3779B9) >>> 20;
        var latest = LATEST[slot];
        if (latest == null || !latest.form.equals(form)) {
            latest = lookAt(form);
            LATEST[slot] = latest;
        }
        return latest;
    }

    private static WordForm lookAt(String form) {
        var lower = lowerOf(form);
        var shape = shape(form, 1);
        return new WordForm(
                form,
                Hash.of(form),
                Hash.of(lower),
                Hash.of(shape),
                Hash.of(shape(form, 4)),
                prefixes(lower),
                suffixes(lower),
                isTitle(form),
                shape.equals("X") && form.length() > 1);
    }

    /** The key of a word in a {@link Lexicon}. */
    static int lowerHash(String form) {
        return Hash.of(lowerOf(form));
    }

    private static boolean isTitle(String form) {
        return Character.isUpperCase(form.charAt(0)) && (form.length() == 1 || !Character.isUpperCase(form.charAt(1)));
    }

    /** The form in lower case, each digit a 0 and each apostrophe straight. */
    static String lowerOf(String form) {
        var lower = form.toLowerCase(Locale.ROOT);
        StringBuilder digits = null;
        for (var i = 0; i < lower.length(); i++) {
            var c = lower.charAt(i);
            if (Character.isDigit(c) && c != '0') {
                digits = digits == null ? new StringBuilder(lower) : digits;
                digits.setCharAt(i, '0');
            } else if (c == '’' || c == '`') {
                digits = digits == null ? new StringBuilder(lower) : digits;
                digits.setCharAt(i, '\'');
            }
        }
        return digits == null ? lower : digits.toString();
    }

    private static String shape(String form, int repetitions) {
        var shape = new StringBuilder();
        var run = 0;
        for (var i = 0; i < form.length(); i++) {
            var kind = kind(form.charAt(i));
            run = !shape.isEmpty() && shape.charAt(shape.length() - 1) == kind ? run + 1 : 1;
            if (run <= repetitions) {
                shape.append(kind);
            }
        }
        if (shape.length() > LONG_SHAPE) {
            shape.setLength(LONG_SHAPE);
        }
        return shape.toString();
    }

    private static char kind(char c) {
        if (c < 0x80) {
            if (c >= 'a' && c <= 'z') {
                return 'x';
            }
            if (c >= 'A' && c <= 'Z') {
                return 'X';
            }
            return c >= '0' && c <= '9' ? 'd' : c;
        }
        if (Character.isUpperCase(c)) {
            return 'X';
        }
        if (Character.isLetter(c)) {
            return 'x';
        }
        return Character.isDigit(c) ? 'd' : '?';
    }

    private static int[] prefixes(String lower) {
        var hashes = new int[AFFIXES];
        for (var length = 1; length <= AFFIXES; length++) {
            hashes[length - 1] = Hash.of(lower, 0, Math.min(length, lower.length()));
        }
        return hashes;
    }

    private static int[] suffixes(String lower) {
        var hashes = new int[AFFIXES];
        for (var length = 1; length <= AFFIXES; length++) {
            hashes[length - 1] = Hash.of(lower, Math.max(0, lower.length() - length), lower.length());
        }
        return hashes;
    }
}
