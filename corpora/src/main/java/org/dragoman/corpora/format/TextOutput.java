package org.dragoman.corpora.format;

import org.dragoman.corpora.AtomicFile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Text on its way into a file, whole or not at all; packed with gzip where the name says so.
 *
 * <p>Where the text begins with U+FEFF, a byte order mark is put before it, so that it is read as the character that it is.
 */
final class TextOutput implements AutoCloseable {
    private static final String MARK = "\uFEFF";
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final AtomicFile.Draft draft;
    private final Writer writer;
    private long lines;
    private boolean isEmpty = true;

    TextOutput(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".zip") || name.contains(".zip!")) {
            throw new IllegalArgumentException("cannot write " + file + ": archives are read only; end the name in .gz"
                    + " to have the file packed");
        }
        this.file = file;
        this.draft = AtomicFile.begin(file);
        try {
            OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(draft.out(), BUFFER) : draft.out();
            this.writer = new BufferedWriter(new OutputStreamWriter(out, strictUtf8()));
        } catch (IOException e) {
            draft.close();
            throw draft.failed(e);
        }
    }

    private static CharsetEncoder strictUtf8() {
        return StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    String name() {
        return file.toString();
    }

    /** Number, from 1, of the line that is being written. */
    long lineNumber() {
        return lines + 1;
    }

    /** Writes text in which every surrogate has its partner. */
    void write(String text) {
        try {
            if (isEmpty && text.startsWith(MARK)) {
                writer.write(MARK);
            }
            writer.write(text);
        } catch (IOException e) {
            throw draft.failed(e);
        }
        isEmpty = isEmpty && text.isEmpty();
        lines += text.chars().filter(c -> c == '\n').count();
    }

    /** Writes out what is buffered and packed, so that only the name is missing. */
    void complete() {
        try {
            writer.close();
        } catch (IOException e) {
            throw draft.failed(e);
        }
    }

    void finish() {
        draft.finish();
    }

    @Override
    public void close() {
        draft.close();
    }
}
