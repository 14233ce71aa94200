package org.dragoman.pipeline.io;

import java.util.Arrays;

/** Offsets of a text in code points, as brat and Python count, and in UTF-16 units, as Java does. */
final class CodePoints {
    private final int[] starts; // the first unit of each code point, and the length of the text

    CodePoints(String text) {
        var starts = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 0, unit = 0; i < starts.length - 1; i++) {
            starts[i] = unit;
            unit += Character.charCount(text.codePointAt(unit));
        }
        starts[starts.length - 1] = text.length();
        this.starts = starts;
    }

    /** How many there are. */
    int count() {
        return starts.length - 1;
    }

    /** The unit where a code point, from 0 to {@link #count}, begins. */
    int unit(int codePoint) {
        return starts[codePoint];
    }

    /** The code point to which a unit belongs. */
    int at(int unit) {
        var found = Arrays.binarySearch(starts, unit);
        return found >= 0 ? found : -found - 2;
    }

    /** The first code point that begins at a unit or after it. */
    int from(int unit) {
        var found = Arrays.binarySearch(starts, unit);
        return found >= 0 ? found : -found - 1;
    }
}
