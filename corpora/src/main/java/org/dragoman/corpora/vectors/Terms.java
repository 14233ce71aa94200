package org.dragoman.corpora.vectors;

import org.dragoman.corpora.text.WhiteSpace;
import org.dragoman.corpora.text.WordRuns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What of a text is counted: n-grams of words or of characters. Immutable, and as safe for many threads as its tokenizer.
 *
 * @param unit what n-grams consist of
 * @param minOrder shortest n-grams, 1 or more
 * @param maxOrder longest n-grams, at least {@code minOrder}
 * @param lowerCase whether the text is first written in lower case ({@link Locale#ROOT})
 * @param stopWords words that are left out before n-grams are made; only for {@link Unit#WORD}
 * @param tokenizer gives the words of a text; only for {@link Unit#WORD}
 */
public record Terms(
        Unit unit,
        int minOrder,
        int maxOrder,
        boolean lowerCase,
        Set<String> stopWords,
        Function<String, List<String>> tokenizer) {

    /** Single words of two letters or more in lower case, as scikit-learn takes them by default. */
    public static final Terms WORDS = new Terms(Unit.WORD, 1, 1, true, Set.of(), WordRuns::in);

    /** What n-grams consist of. */
    public enum Unit {
        /** Words, written with a space between them. */
        WORD,
        /** Code points of the whole text, in which a stretch of two or more white spaces is one space. */
        CHARACTER,
        /** Code points of each stretch between white space, with a space before and behind it; none reaches over two stretches. */
        CHARACTER_IN_WORD
    }

    public Terms {
        stopWords = Set.copyOf(stopWords);
        if (minOrder < 1 || maxOrder < minOrder) {
            throw new IllegalArgumentException(
                    "orders of n-grams must be 1 or more, and the longest at least the shortest, got " + minOrder
                            + " to " + maxOrder);
        }
        if (unit != Unit.WORD && !stopWords.isEmpty()) {
            throw new IllegalArgumentException(
                    "stop words are for n-grams of words, got " + stopWords.size() + " for those of characters");
        }
    }

    /** The same for other n-grams of the same unit. */
    public Terms withOrders(int min, int max) {
        return new Terms(unit, min, max, lowerCase, stopWords, tokenizer);
    }

    /** The same for another unit. */
    public Terms withUnit(Unit other) {
        return new Terms(other, minOrder, maxOrder, lowerCase, stopWords, tokenizer);
    }

    /** The same with upper case kept or not. */
    public Terms withLowerCase(boolean lower) {
        return new Terms(unit, minOrder, maxOrder, lower, stopWords, tokenizer);
    }

    /** The same with other stop words; they must be in lower case where the text is. */
    public Terms withStopWords(Set<String> words) {
        return new Terms(unit, minOrder, maxOrder, lowerCase, words, tokenizer);
    }

    /** The same with words from another tokenizer, which gets the text in lower case where that is asked for. */
    public Terms withTokenizer(Function<String, List<String>> other) {
        return new Terms(unit, minOrder, maxOrder, lowerCase, stopWords, other);
    }

    /** Gives each term of a text, as often as it is there. */
    void forEach(String text, Consumer<String> term) {
        var cased = lowerCase ? text.toLowerCase(Locale.ROOT) : text;
        switch (unit) {
            case WORD -> words(cased, term);
            case CHARACTER -> characters(withSingleSpaces(cased), term);
            case CHARACTER_IN_WORD -> WhiteSpace.split(cased).forEach(word -> charactersOrAll(" " + word + " ", term));
        }
    }

    private void words(String text, Consumer<String> term) {
        var words = new ArrayList<>(tokenizer.apply(text));
        words.removeIf(stopWords::contains);
        for (var order = minOrder; order <= maxOrder; order++) {
            for (var from = 0; from + order <= words.size(); from++) {
                term.accept(order == 1 ? words.get(from) : String.join(" ", words.subList(from, from + order)));
            }
        }
    }

    private void characters(String text, Consumer<String> term) {
        var length = text.codePointCount(0, text.length());
        for (var order = minOrder; order <= Math.min(maxOrder, length); order++) {
            ofOrder(order, text, term);
        }
    }

    /** A stretch that is shorter than all n-grams is one itself. */
    private void charactersOrAll(String text, Consumer<String> term) {
        if (text.codePointCount(0, text.length()) < minOrder) {
            term.accept(text);
        } else {
            characters(text, term);
        }
    }

    private static void ofOrder(int order, String text, Consumer<String> term) {
        var from = 0;
        var to = text.offsetByCodePoints(0, order);
        term.accept(text.substring(from, to));
        while (to < text.length()) {
            from += Character.charCount(text.codePointAt(from));
            to += Character.charCount(text.codePointAt(to));
            term.accept(text.substring(from, to));
        }
    }

    private static String withSingleSpaces(String text) {
        var result = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); ) {
            var end = i;
            while (end < text.length() && WhiteSpace.contains(text.charAt(end))) {
                end++;
            }
            if (end > i + 1) {
                result.append(' ');
                i = end;
            } else {
                result.append(text.charAt(i));
                i++;
            }
        }
        return result.toString();
    }
}
