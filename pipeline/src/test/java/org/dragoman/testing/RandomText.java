package org.dragoman.testing;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Texts that a careless step falls over: letters of many scripts, marks without a letter, joiners, emoji of several code
 * points, every line end, every kind of space, controls and unassigned characters, mixed with plain words so that a step has
 * something to find. The same {@link Random} seed gives the same text.
 */
public final class RandomText {
    private static final List<String> WORDS = List.of(
            "the",
            "Dr.",
            "don't",
            "U.S.",
            "3.14",
            "e-mail",
            "zum",
            "ISTANBUL",
            "Straße",
            "naïve",
            "I",
            "...",
            "42%",
            "http://a.b/c?d=e",
            "@x",
            "#y",
            "\"",
            "'",
            "(",
            ")",
            ".",
            "!",
            "?",
            ",",
            ";",
            "。",
            "¿",
            "…",
            "fi",
            "İı");
    private static final List<String> SPACES = List.of(
            " ", " ", " ", " ", "  ", "\t", "\n", "\r\n", "\r", "\u000b", "\f", "\u0085", "\u00a0", "\u1680", "\u2003",
            "\u2028", "\u2029", "\u202f", "\u3000");
    private static final List<String> JOINED = List.of(
            "👩‍👩‍👧",
            "🇩🇪",
            "👍🏽",
            "❤️",
            "e\u0301",
            "q\u0307\u0323",
            "\u0301",
            "\u200d",
            "\u200b",
            "\u200c",
            "\u2060",
            "\ufeff",
            "\u202e",
            "\u00ad",
            "क्षि",
            "각",
            "\u1112\u1161\u11ab",
            "𝒜",
            "𠀀");
    private static final List<Function<Random, String>> KINDS = List.of(
            random -> pick(WORDS, random),
            random -> pick(WORDS, random),
            random -> pick(SPACES, random),
            random -> pick(SPACES, random),
            random -> pick(JOINED, random),
            RandomText::latinWord,
            RandomText::latinWord,
            random -> Character.toString(codePoint(random, 0, 0x250)),
            random -> Character.toString(codePoint(random, 0, 0x10000)),
            random -> Character.toString(codePoint(random, 0, 0x110000)));

    private RandomText() {}

    /** A text of exactly {@code length} UTF-16 units in which every surrogate has its partner. */
    public static String of(Random random, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            var piece = pick(KINDS, random).apply(random);
            text.append(text.length() + piece.length() <= length ? piece : "x");
        }
        return text.toString();
    }

    /**
     * The same with surrogates that have no partner here and there, which a Java string may hold and UTF-8 cannot.
     */
    public static String withUnpairedSurrogates(Random random, int length) {
        var text = new StringBuilder(of(random, length));
        for (var i = 0; i < length; i += 1 + random.nextInt(20)) {
            text.setCharAt(i, (char) (Character.MIN_SURROGATE + random.nextInt(0x800)));
        }
        return text.toString();
    }

    private static String latinWord(Random random) {
        var word = new StringBuilder();
        for (var rest = 1 + random.nextInt(9); rest > 0; rest--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static int codePoint(Random random, int from, int to) {
        var codePoint = from + random.nextInt(to - from);
        return Character.isSurrogate((char) codePoint) && codePoint < 0x10000 ? 'x' : codePoint;
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
