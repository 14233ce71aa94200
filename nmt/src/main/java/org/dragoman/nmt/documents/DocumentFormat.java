package org.dragoman.nmt.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows which parts of a file are text for a reader, and how a translation is written in their place.
 *
 * <p>A format that keeps every run as it is gives back the very same text. Implementations are immutable and safe for use by
 * many threads.
 */
public interface DocumentFormat {
    /** Text without markup: each line is a run and stays a line. */
    DocumentFormat PLAIN = new PlainText();

    /** CommonMark with tables, as {@link Markdown} describes. */
    DocumentFormat MARKDOWN = new Markdown();

    /** Name in messages, such as {@code Markdown}. */
    String name();

    /** Endings of the names of such files, in lower case and with their dot. */
    Set<String> extensions();

    /** The runs of a file's text in their order; they don't overlap, and the stream may find them as it goes. */
    Stream<Run> runs(String text);

    /** How a translation of {@link Run#text} is written in place of {@link Run#source}; a run that did not change is its source. */
    String write(Run run, String translation);

    /** The format of a file by the end of its name, whatever its case; nothing if the ending belongs to no format. */
    static Optional<DocumentFormat> of(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(PLAIN, MARKDOWN)
                .filter(format -> format.extensions().stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /** All endings that {@link #of} knows, for messages. */
    static List<String> allExtensions() {
        return Stream.of(PLAIN, MARKDOWN)
                .flatMap(format -> format.extensions().stream().sorted())
                .toList();
    }
}
