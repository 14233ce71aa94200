package org.dragoman.corpora.filter;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keeps lines that are written in a script. Only letters count, and of them only those that belong to a script: not digits, punctuation and
 * emoji, and not the few letters that several scripts share, such as the Japanese mark of a long vowel. A line without such letters is kept.
 *
 * @param scripts what counts as right; Japanese needs {@code HAN}, {@code HIRAGANA} and {@code KATAKANA}
 * @param minShare least share of the letters that must belong to these, 0 to 1
 */
public record ScriptFilter(Set<UnicodeScript> scripts, double minShare) implements Filter<String> {
    public ScriptFilter {
        scripts = Set.copyOf(scripts);
        if (scripts.isEmpty()) {
            throw new IllegalArgumentException("at least one script must be named, got none");
        }
        if (!(minShare >= 0 && minShare <= 1)) {
            throw new IllegalArgumentException("the least share of letters must be from 0 to 1, got " + minShare);
        }
    }

    @Override
    public String name() {
        return "script";
    }

    @Override
    public Predicate<String> start() {
        return line -> {
            var letters = 0;
            var right = 0;
            for (var i = 0; i < line.length(); ) {
                var c = line.codePointAt(i);
                i += Character.charCount(c);
                if (Character.isLetter(c)) {
                    var script = UnicodeScript.of(c);
                    right += scripts.contains(script) ? 1 : 0;
                    letters += script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED ? 1 : 0;
                }
            }
            return right >= minShare * letters;
        };
    }
}
