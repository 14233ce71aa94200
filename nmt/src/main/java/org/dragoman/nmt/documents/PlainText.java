package org.dragoman.nmt.documents;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text without markup. A line, which ends with LF or CRLF, is a run without the white space around it; line ends and a byte
 * order mark stay as they are.
 */
final class PlainText implements DocumentFormat {
    private static final Pattern LINE = Pattern.compile("[^\n]+");
    private static final Pattern LINE_END = Pattern.compile("\\s*\n\\s*");

    @Override
    public String name() {
        return "plain text";
    }

    @Override
    public Set<String> extensions() {
        return Set.of(".txt", ".text");
    }

    @Override
    public Stream<Run> runs(String text) {
        return LINE.matcher(text)
                .results()
                .map(line -> Run.in(text, line.start(), line.end()))
                .flatMap(Optional::stream);
    }

    @Override
    public String write(Run run, String translation) {
        return translation.equals(run.text()) ? run.source() : oneLine(translation);
    }

    /** A line stays a line, whatever the translator made of it. */
    static String oneLine(String translation) {
        return LINE_END.matcher(translation.strip()).replaceAll(" ");
    }
}
