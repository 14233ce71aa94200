package org.dragoman.eval.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * General categories of Unicode, from a table of our own: the Java machine's are years behind, and a score must not change with it. A new
 * emoji, for instance, is a symbol here and unassigned in Java 17.
 */
enum UnicodeCategory {
    NUMBER("N"),
    PUNCTUATION("P"),
    SYMBOL("S");

    private static final String RESOURCE = "unicode-categories.txt"; // lines of label, first and last code point

    private final BitSet members;

    UnicodeCategory(String label) {
        members = read(label);
    }

    boolean contains(int codePoint) {
        return members.get(codePoint);
    }

    /** Its code points, in a copy. */
    BitSet members() {
        return (BitSet) members.clone();
    }

    private static BitSet read(String label) {
        var members = new BitSet();
        try (var lines =
                new BufferedReader(new InputStreamReader(Resources.open(RESOURCE), StandardCharsets.US_ASCII))) {
            lines.lines()
                    .map(line -> line.split(" "))
                    .filter(range -> range[0].equals(label))
                    .forEach(range -> members.set(Integer.parseInt(range[1], 16), Integer.parseInt(range[2], 16) + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + RESOURCE, e);
        }
        return members;
    }
}
