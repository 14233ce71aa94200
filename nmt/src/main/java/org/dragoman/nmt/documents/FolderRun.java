package org.dragoman.nmt.documents;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One run over files. They all share one stream through the pipeline; results come in the order of the runs, so each file is
 * written while later ones are translated, and only what is on its way is in memory. Used once, by one thread.
 */
final class FolderRun {
    private final Path output;
    private final String language;
    private final List<InputFile> files;
    private final Consumer<Progress> listener;
    private final RunFeed feed;
    private final long allBytes;

    private Iterator<Result> results;
    private int doneFiles;
    private long doneBytes;
    private long sentences;

    FolderRun(Path output, String language, List<InputFile> files, Consumer<Progress> listener) {
        this.output = output;
        this.language = language;
        this.files = files;
        this.listener = listener;
        this.feed = new RunFeed(files);
        this.allBytes = files.stream().mapToLong(InputFile::bytes).sum();
    }

    /** Translates and writes all files. */
    List<FileReport> run(Pipeline pipeline) {
        var reports = new ArrayList<FileReport>();
        var order = Spliterator.ORDERED | Spliterator.NONNULL;
        try (Stream<Result> stream =
                pipeline.process(StreamSupport.stream(Spliterators.spliteratorUnknownSize(feed, order), false))) {
            results = stream.iterator();
            for (var file : files) {
                reports.add(next(file));
                doneFiles++;
                doneBytes += file.bytes();
                tell(0);
            }
        }
        return reports;
    }

    private FileReport next(InputFile expected) {
        results.hasNext(); // makes the feed read at least as far as this file
        var file = feed.takeFile();
        try {
            return file.failure()
                    .map(reason -> FileReport.failed(expected.name(), reason))
                    .orElseGet(() -> write(file));
        } finally {
            file.abandon();
            while (isNextOf(file)) {
                takeResult();
            }
        }
    }

    private FileReport write(OpenFile file) {
        var name = file.file().name();
        var target = output.resolve(name.toString());
        var counts = new Counts();
        try {
            Files.createDirectories(target.getParent());
            AtomicFile.writeText(target, out -> write(file, out, counts));
            return counts.report(name);
        } catch (UncheckedIOException e) {
            return FileReport.failed(name, e.getMessage());
        } catch (IOException e) {
            return FileReport.failed(name, "cannot make the folder " + target.getParent() + ": " + e.getMessage());
        }
    }

    private void write(OpenFile file, Writer out, Counts counts) throws IOException {
        var text = file.text();
        var end = 0; // of the run before
        while (isNextOf(file)) {
            var run = feed.takeRun();
            var translated = translated(file, run, results.next());
            out.write(text, end, run.span().start() - end);
            out.write(file.file().format().write(run, translated.text()));
            end = run.span().end();
            counts.add(translated);
            sentences += translated.sentences();
            tell(file.file().bytes() * end / text.length());
        }
        out.write(text, end, text.length() - end);
    }

    private TranslatedRun translated(OpenFile file, Run run, Result result) throws IOException {
        try {
            return TranslatedRun.of(result, language);
        } catch (TranslatedRun.Failure e) {
            throw new IOException("line " + file.line(run.span().start()) + ": " + e.getMessage(), e);
        }
    }

    private boolean isNextOf(OpenFile file) {
        return results.hasNext() && feed.isNextOf(file);
    }

    private void takeResult() {
        feed.takeRun();
        results.next();
    }

    private void tell(long bytesOfFile) {
        listener.accept(new Progress(doneFiles, files.size(), doneBytes + bytesOfFile, allBytes, sentences));
    }

    /** What was written of a file. */
    private static final class Counts {
        private long runs;
        private long sentences;
        private long lost;

        void add(TranslatedRun run) {
            runs++;
            sentences += run.sentences();
            lost += run.lost();
        }

        FileReport report(Path name) {
            var status = runs == 0 ? FileReport.Status.EMPTY : FileReport.Status.TRANSLATED;
            return new FileReport(name, status, "", sentences, lost);
        }
    }
}
