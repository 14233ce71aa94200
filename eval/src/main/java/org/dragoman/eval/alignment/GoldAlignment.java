package org.dragoman.eval.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hand-made alignment: links that are sure, and links that are possible, as annotators can differ on them (Och and Ney 2003).
 *
 * @param sure links that a good alignment has
 * @param possible links that a good alignment may have; the sure ones are among them
 */
public record GoldAlignment(WordAlignment sure, WordAlignment possible) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern LINK = Pattern.compile("(\\d{1,9})([-p])(\\d{1,9})");

    public GoldAlignment {
        possible = possible.union(sure);
    }

    /** An alignment in which all links are sure. */
    public static GoldAlignment sure(WordAlignment links) {
        return new GoldAlignment(links, links);
    }

    /**
     * Reads links such as {@code 1-1 2p3}: sure with a hyphen, possible with a p.
     *
     * @param base the number from which indices count, 0 or 1
     * @throws IllegalArgumentException if something else stands there
     */
    public static GoldAlignment parse(String line, int base) {
        var sure = new ArrayList<WordLink>();
        var possible = new ArrayList<WordLink>();
        for (var text : line.isBlank() ? List.<String>of() : List.of(BLANKS.split(line.strip()))) {
            var match = LINK.matcher(text);
            if (!match.matches()) {
                throw new IllegalArgumentException(
                        "a link looks like 0-2, or 0p2 if it is possible only, got \"" + text + "\"");
            }
            ("-".equals(match.group(2)) ? sure : possible).add(link(match, base));
        }
        return new GoldAlignment(WordAlignment.of(sure), WordAlignment.of(possible));
    }

    private static WordLink link(Matcher match, int base) {
        var source = Integer.parseInt(match.group(1)) - base;
        var target = Integer.parseInt(match.group(3)) - base;
        if (source < 0 || target < 0) {
            throw new IllegalArgumentException(
                    "indices of links were said to count from " + base + ", got \"" + match.group() + "\"");
        }
        return new WordLink(source, target);
    }

    /** The same seen from the other language. */
    public GoldAlignment reversed() {
        return new GoldAlignment(sure.reversed(), possible.reversed());
    }
}
