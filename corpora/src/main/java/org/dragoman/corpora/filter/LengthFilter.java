package org.dragoman.corpora.filter;

import java.util.function.Predicate;

/**
 * Keeps lines of a length.
 *
 * @param unit in which it is measured
 * @param min shortest length, 0 or more
 * @param max longest length, at least {@code min}
 */
public record LengthFilter(TextLength unit, int min, int max) implements Filter<String> {
    public LengthFilter {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException(
                    "lengths must be 0 or more, and the longest at least the shortest, got " + min + " to " + max);
        }
    }

    @Override
    public String name() {
        return "length";
    }

    @Override
    public Predicate<String> start() {
        return line -> {
            var length = unit.of(line);
            return length >= min && length <= max;
        };
    }
}
