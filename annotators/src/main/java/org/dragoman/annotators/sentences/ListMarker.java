package org.dragoman.annotators.sentences;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number or small letter at the start of an item of a list: {@code 1.}, {@code 2)}, {@code (3)}, {@code a.}, with or without a
 * bullet before it. Capitals are left out, since they are more often initials.
 */
final class ListMarker {
    private static final Pattern MARKER = Pattern.compile("^([•‣⁃▪◦]?\\(?)(?:(\\d{1,3})|([a-z]))([.)]{1,2})$");

    private ListMarker() {}

    static boolean is(String chunk) {
        return MARKER.matcher(chunk).matches();
    }

    /** Whether {@code second} marks the item after {@code first}, in the same style. */
    static boolean isNext(String first, String second) {
        if (!second.endsWith(".") && !second.endsWith(")")) {
            return false; // most chunks, and much faster than the pattern
        }
        var one = MARKER.matcher(first);
        var other = MARKER.matcher(second);
        return one.matches()
                && other.matches()
                && style(one).equals(style(other))
                && ordinal(one) + 1 == ordinal(other);
    }

    private static String style(Matcher marker) {
        return marker.group(1) + (marker.group(2) == null ? 'a' : '1') + marker.group(4);
    }

    private static int ordinal(Matcher marker) {
        return marker.group(2) == null ? marker.group(3).charAt(0) : Integer.parseInt(marker.group(2));
    }
}
