package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Document;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Documents as one HTML page to look at, on screen (light and dark) and on paper. The page needs nothing but itself: no script, no other
 * file, no network; and nothing in a text can become markup.
 *
 * <p>What is shown of the layers that a document has: entities with their types, which may nest or overlap; parts of speech as colours
 * under the words, with lemma and stem when the pointer rests on one; sentences by number, with their sentiment; language,
 * labels, sentiment, key words and summary of the document above the text; translations below it. Phrases and alignments are not shown.
 * The text runs in its own direction. It is not for reading back: control characters are shown as pictures.
 *
 * <p>Safe for use by many threads.
 */
public final class HtmlWriter {
    private static final String STYLE = style();

    /** Returns a page of one document, which gives the page its title. */
    public String write(Document document) {
        return head(document.id()) + new HtmlFormatter(document).article() + foot();
    }

    /**
     * Writes a page of documents one after the other, each as it comes; the writer stays open.
     *
     * @return how many were written
     * @throws UncheckedIOException if the writer fails
     */
    public long writeAll(String title, Stream<Document> documents, Writer writer) {
        var count = new AtomicLong();
        try {
            writer.write(head(title));
            for (var each = documents.iterator(); each.hasNext(); ) {
                writer.write(new HtmlFormatter(each.next()).article());
                count.incrementAndGet();
            }
            writer.write(foot());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the page \"" + title + "\": " + e.getMessage(), e);
        }
        return count.get();
    }

    private static String head(String title) {
        return """
                <!DOCTYPE html>
                <html>
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                """.formatted(Html.text(title), STYLE);
    }

    private static String foot() {
        return "</body>\n</html>\n";
    }

    private static String style() {
        try (var in = HtmlWriter.class.getResourceAsStream("view.css")) {
            if (in == null) {
                throw new FileNotFoundException("view.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the style of pages", e);
        }
    }
}
