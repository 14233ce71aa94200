package org.dragoman.eval.analysis;

import org.dragoman.corpora.text.Numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Looks for what goes wrong in translations and can be seen without knowing the languages. */
public final class OutputCheck {
    private static final int REPEATED_WORDS = 3; // words of an n-gram
    private static final int REPETITIONS = 3; // and how often it must be there
    private static final int RATIO = 2; // times as long, or as short, as the reference
    private static final int SHORT = 4; // words that may be added or missing in any case

    private OutputCheck() {}

    /** What may be wrong with a line. */
    public enum Kind {
        /** There is no output, though the reference has some. */
        EMPTY("no output"),
        /** The output is the source, though the reference is not. */
        COPIED("copied from the source"),
        /** Three words stand there three times or more, and more often than in the reference. */
        REPEATED("repeats itself"),
        /** Numbers of the source, or else of the reference, are missing, or others were added. */
        NUMBERS("other numbers"),
        /** Names or codes that source and reference share are missing; see {@link SharedNames}. */
        NAMES("names lost"),
        /** Less than half as long as the reference. */
        SHORT("too short"),
        /** More than twice as long as the reference. */
        LONG("too long");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** In words, such as {@code too short}. */
        public String text() {
            return text;
        }
    }

    /**
     * Something that may be wrong.
     *
     * @param line its number, from 1
     * @param kind what it is
     * @param detail what was found, such as the numbers; empty where the kind says all
     */
    public record Finding(long line, Kind kind, String detail) {}

    /**
     * Looks at a line.
     *
     * @param line its number, for the findings
     * @param source what was translated; empty if it is not known
     * @param output the translation
     * @param reference what was expected
     */
    public static List<Finding> of(long line, String source, String output, String reference) {
        var findings = new ArrayList<Finding>();
        if (output.isBlank()) {
            if (!reference.isBlank()) {
                findings.add(new Finding(line, Kind.EMPTY, ""));
            }
            return findings;
        }
        if (output.strip().equals(source.strip()) && !output.strip().equals(reference.strip())) {
            findings.add(new Finding(line, Kind.COPIED, ""));
        }
        var words = words(output);
        var expected = words(reference);
        var phrase = mostRepeated(words);
        if (count(words, phrase) >= REPETITIONS && count(words, phrase) > count(expected, phrase)) {
            findings.add(new Finding(line, Kind.REPEATED, String.join(" ", phrase)));
        }
        var wanted = Numbers.in(source.isBlank() ? reference : source);
        var got = Numbers.in(output);
        if (!wanted.equals(got)) {
            findings.add(
                    new Finding(line, Kind.NUMBERS, String.join(" ", wanted) + " \u2192 " + String.join(" ", got)));
        }
        var lost = SharedNames.lost(source, output, reference);
        if (!lost.isEmpty()) {
            findings.add(new Finding(line, Kind.NAMES, String.join(" ", lost)));
        }
        if (words.size() + SHORT < expected.size() && words.size() * RATIO < expected.size()) {
            findings.add(new Finding(line, Kind.SHORT, words.size() + " words, the reference has " + expected.size()));
        }
        if (words.size() > expected.size() + SHORT && words.size() > expected.size() * RATIO) {
            findings.add(new Finding(line, Kind.LONG, words.size() + " words, the reference has " + expected.size()));
        }
        return findings;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The phrase that stands there most often, of as many the first; empty if there are too few words. */
    private static List<String> mostRepeated(List<String> words) {
        var counts = new HashMap<List<String>, Integer>();
        var most = List.<String>of();
        for (var i = 0; i + REPEATED_WORDS <= words.size(); i++) {
            var phrase = words.subList(i, i + REPEATED_WORDS);
            var count = counts.merge(phrase, 1, Integer::sum);
            most = count > counts.getOrDefault(most, 0) ? phrase : most;
        }
        return most;
    }

    private static int count(List<String> words, List<String> phrase) {
        var count = 0;
        for (var i = 0; !phrase.isEmpty() && i + phrase.size() <= words.size(); i++) {
            count += words.subList(i, i + phrase.size()).equals(phrase) ? 1 : 0;
        }
        return count;
    }
}
