package org.dragoman.annotators.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Splits English contractions and possessives as Universal Dependencies does: <em>do|n't</em>, <em>ca|n't</em>,
 * <em>I|'d|'ve</em>, <em>Google|'s</em>, <em>parents|'</em>, <em>can|not</em>, <em>gon|na</em>.
 *
 * <p>The forms put together are the token. Apostrophes may be straight, curly or a backtick. Of contractions written without an
 * apostrophe only those in <em>nt</em> are split; <em>its</em> and <em>Im</em> stay whole.
 */
public final class EnglishWords implements WordSplitter {
    private static final String APOSTROPHE = "['’`]";
    private static final Pattern CLITIC = Pattern.compile(
            "(?i)(?<host>.*[\\p{L}\\p{N}.])(?<clitic>n" + APOSTROPHE + "t|" + APOSTROPHE + "(?:s|m|re|ve|ll|d))");
    private static final Pattern POSSESSIVE_OF_S =
            Pattern.compile("(?i)(?<host>.*\\p{L}[sxz])(?<clitic>" + "['’]" + ")");
    private static final Pattern NT = Pattern.compile(
            "(?i)(?<host>do|does|did|is|are|was|were|have|has|had|could|would|should|wo|ca|ai)(?<clitic>nt)");
    private static final List<Pattern> ENDINGS = List.of(CLITIC, POSSESSIVE_OF_S, NT);
    private static final Map<String, Integer> FIRST_WORD_LENGTHS =
            Map.of("cannot", 3, "gonna", 3, "gotta", 3, "wanna", 3);

    @Override
    public List<String> split(String token) {
        var words = new ArrayList<String>();
        addWords(token, words);
        return List.copyOf(words);
    }

    private static void addWords(String token, List<String> words) {
        for (var pattern : ENDINGS) {
            var ending = pattern.matcher(token);
            if (ending.matches()) {
                addWords(ending.group("host"), words);
                words.add(ending.group("clitic"));
                return;
            }
        }
        addFixed(token, words);
    }

    private static void addFixed(String token, List<String> words) {
        var length = FIRST_WORD_LENGTHS.getOrDefault(token.toLowerCase(Locale.ROOT), token.length());
        words.add(token.substring(0, length));
        if (length < token.length()) {
            words.add(token.substring(length));
        }
    }
}
