package org.dragoman.nmt.documents;

import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Result;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** One run over a stream of lines. Used once, by one thread. */
final class LineRun {
    private final String name;
    private final String language;
    private final LineFeed feed;
    private final OutputStream out;
    private final Consumer<String> problems;

    private long failed;
    private long sentences;
    private long lost;

    LineRun(String name, String language, LineFeed feed, OutputStream out, Consumer<String> problems) {
        this.name = name;
        this.language = language;
        this.feed = feed;
        this.out = out;
        this.problems = problems;
    }

    LineReport run(Pipeline pipeline) {
        var start = System.nanoTime();
        try {
            while (feed.resume()) {
                answer(pipeline);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the translation of " + name + ": " + e.getMessage(), e);
        }
        return new LineReport(feed.number(), failed, sentences, lost, (System.nanoTime() - start) / 1e9);
    }

    /** Translates until the input pauses. */
    private void answer(Pipeline pipeline) throws IOException {
        var documents = Spliterators.spliteratorUnknownSize(feed, Spliterator.ORDERED | Spliterator.NONNULL);
        try (var results = pipeline.process(StreamSupport.stream(documents, false))) {
            for (Iterator<Result> each = results.iterator(); each.hasNext(); ) {
                writeWithoutText();
                write(feed.take(), each.next());
            }
        } finally {
            writeWithoutText();
            out.flush();
        }
    }

    private void write(LineFeed.Line line, Result result) throws IOException {
        var run = line.run().orElseThrow();
        write(line.text().substring(0, run.span().start())
                + DocumentFormat.PLAIN.write(run, translation(line, run, result))
                + line.text().substring(run.span().end()));
    }

    private String translation(LineFeed.Line line, Run run, Result result) {
        try {
            var translated = TranslatedRun.of(result, language);
            sentences += translated.sentences();
            lost += translated.lost();
            return translated.text();
        } catch (TranslatedRun.Failure e) {
            failed++;
            problems.accept(name + ":" + line.number() + ": " + e.getMessage() + "; the line is written as it came");
            return run.text();
        }
    }

    private void writeWithoutText() throws IOException {
        while (feed.startsWithoutText()) {
            write(feed.take().text());
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
