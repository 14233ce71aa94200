package org.dragoman.eval.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names and codes that a translation should keep: words that a source and its reference both have, letter by letter, and that look like
 * one.
 *
 * <p>A word is a run of letters and digits, hyphens between them included. It looks like a name if it begins with a capital and stands, in the
 * source or the reference, elsewhere than at the start of a sentence; or if it has a capital further on, or letters and digits ({@code
 * NATO}, {@code iPhone}, {@code A380}). Single characters are none. It is kept where a word of the output begins with it, so that
 * {@code Toms} keeps {@code Tom}. Names that change from language to language are not seen.
 */
final class SharedNames {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+(?:[-\\x{2010}\\x{2011}][\\p{L}\\p{M}\\p{Nd}]+)*");
    private static final Pattern CODE = Pattern.compile("..*\\p{Lu}.*|.*\\p{L}.*\\p{Nd}.*|.*\\p{Nd}.*\\p{L}.*");
    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}..*");
    private static final String SENTENCE_ENDS = ".!?:\u2026\u3002\uFF01\uFF1F";

    private SharedNames() {}

    /** Those that the output lacks, in the order of the source. */
    static List<String> lost(String source, String output, String reference) {
        var kept = words(output);
        var names = names(source, reference);
        names.retainAll(words(source));
        names.retainAll(words(reference));
        names.removeIf(name -> kept.stream().anyMatch(word -> word.startsWith(name)));
        return List.copyOf(names);
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
    }

    /** What looks like a name in one of the texts. */
    private static Set<String> names(String... texts) {
        var names = new LinkedHashSet<String>();
        for (var text : texts) {
            names.addAll(names(text));
        }
        return names;
    }

    private static List<String> names(String text) {
        var names = new ArrayList<String>();
        var match = WORD.matcher(text);
        var behind = 0; // the word before
        while (match.find()) {
            var word = match.group();
            var isInside = behind > 0 && !endsSentence(text, behind, match.start());
            if (CODE.matcher(word).matches()
                    || isInside && CAPITAL.matcher(word).matches()) {
                names.add(word);
            }
            behind = match.end();
        }
        return names;
    }

    /** Whether what stands between two words ends a sentence. */
    private static boolean endsSentence(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(c -> SENTENCE_ENDS.indexOf(c) >= 0);
    }
}
