package org.dragoman.annotators.tokens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Splits English contractions and possessives as Universal Dependencies does: <em>do|n't</em>, <em>ca|n't</em>,
 * <em>I|'d|'ve</em>, <em>Google|'s</em>, <em>parents|'</em>, <em>can|not</em>, <em>gon|na</em>.
 *
 * <p>The forms put together are the token. Apostrophes may be straight, curly or a backtick. Contractions written without one are split
 * where they are no other word (<em>dont</em>, <em>im</em>, <em>thats</em>); <em>its</em>, <em>ill</em> and <em>were</em> stay whole, and so
 * do decades (<em>80's</em>).
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
    private static final Pattern DECADE = Pattern.compile("(?i)\\d*0" + APOSTROPHE + "s");
    private static final int LONGEST_FIXED = 6;
    private static final Map<String, List<Integer>> CUTS = cuts("""
            can|not gon|na got|ta wan|na out|ta du|n|no c'm|on c’m|on i|m i|ve it|ll you|ll you|ve you|re they|re they|ve he|s that|s \
            there|s here|s what|s who|s let|s else|s ar|nt
            """);

    @Override
    public List<String> split(String token) {
        var words = new ArrayList<String>();
        if (!mayBeSplit(token) || DECADE.matcher(token).matches()) {
            return List.of(token);
        }
        addWords(token, words);
        return List.copyOf(words);
    }

    /** A quick look that settles most tokens. */
    private static boolean mayBeSplit(String token) {
        var last = token.charAt(token.length() - 1);
        return token.indexOf('\'') >= 0
                || token.indexOf('’') >= 0
                || token.indexOf('`') >= 0
                || last == 't'
                || last == 'T'
                || token.length() <= LONGEST_FIXED && CUTS.containsKey(token.toLowerCase(Locale.ROOT));
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
        var start = 0;
        for (var end : CUTS.getOrDefault(token.toLowerCase(Locale.ROOT), List.of())) {
            words.add(token.substring(start, end));
            start = end;
        }
        words.add(token.substring(start));
    }

    /** Where tokens are cut that are listed with a bar at each cut. */
    private static Map<String, List<Integer>> cuts(String list) {
        var cuts = new HashMap<String, List<Integer>>();
        for (var marked : list.strip().split("\\s+")) {
            var parts = marked.split("\\|");
            var ends = new ArrayList<Integer>();
            var end = 0;
            for (var part : List.of(parts).subList(0, parts.length - 1)) {
                end += part.length();
                ends.add(end);
            }
            cuts.put(marked.replace("|", ""), List.copyOf(ends));
        }
        return Map.copyOf(cuts);
    }
}
