package org.dragoman.nmt.documents;

import org.dragoman.pipeline.Document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The runs of files as documents, one after the other. A file is read when its first run is asked for; what was handed out is
 * remembered in order until the other end of the pipeline takes it. Not thread safe: a pipeline reads documents in the thread
 * that asks for results.
 */
final class RunFeed implements Iterator<Document> {
    /** A run on its way through the pipeline. */
    record Pending(OpenFile file, Run run) {}

    private final Iterator<InputFile> unread;
    private final Deque<OpenFile> opened = new ArrayDeque<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private Optional<OpenFile> current = Optional.empty(); // whose runs are being handed out
    private long number; // of the run in its file

    RunFeed(List<InputFile> files) {
        this.unread = files.iterator();
    }

    @Override
    public boolean hasNext() {
        while (current.isEmpty() || !current.get().runs().hasNext()) {
            if (!unread.hasNext()) {
                return false;
            }
            current = Optional.of(OpenFile.read(unread.next()));
            opened.add(current.get());
            number = 0;
        }
        return true;
    }

    @Override
    public Document next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more runs");
        }
        var file = current.orElseThrow();
        var run = file.runs().next();
        pending.add(new Pending(file, run));
        return Document.of(file.file().name() + "#" + ++number, run.text());
    }

    /** Takes the first file that was read and not yet taken; the result for its first run, or for a later file's, must be there. */
    OpenFile takeFile() {
        return opened.remove();
    }

    /** Whether the next result is for a run of this file; there must be a next result. */
    boolean isNextOf(OpenFile file) {
        return pending.element().file() == file;
    }

    /** Takes the run that the next result is for. */
    Run takeRun() {
        return pending.remove().run();
    }
}
