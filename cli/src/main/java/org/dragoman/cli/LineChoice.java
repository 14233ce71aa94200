package org.dragoman.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which lines of a file are wanted.
 *
 * @param ranges of line numbers; none for all lines
 */
record LineChoice(List<Range> ranges) {
    static final LineChoice ALL = new LineChoice(List.of());

    /** Lines from one number to another, both counted from 1 and both wanted. */
    record Range(long from, long to) {}

    boolean contains(long line) {
        return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.from <= line && line <= range.to);
    }

    /** The last line that is wanted; 0 if all are. */
    long last() {
        return ranges.stream().mapToLong(Range::to).max().orElse(0);
    }

    /** Reads lists such as {@code 3,7-9}. */
    static final class Converter implements ITypeConverter<LineChoice> {
        private static final Pattern RANGE = Pattern.compile("([1-9]\\d{0,17})(?:-([1-9]\\d{0,17}))?");

        @Override
        public LineChoice convert(String text) {
            var ranges = new ArrayList<Range>();
            for (var part : text.split(",", -1)) {
                var match = RANGE.matcher(part.strip());
                if (!match.matches()) {
                    throw expected(text);
                }
                var from = Long.parseLong(match.group(1));
                var to = match.group(2) == null ? from : Long.parseLong(match.group(2));
                if (to < from) {
                    throw expected(text);
                }
                ranges.add(new Range(from, to));
            }
            return new LineChoice(ranges);
        }

        private static TypeConversionException expected(String text) {
            return new TypeConversionException(
                    "expected numbers and ranges of lines, counted from 1, such as 3,7-9, got \"" + text + "\"");
        }
    }
}
