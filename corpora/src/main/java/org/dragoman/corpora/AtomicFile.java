package org.dragoman.corpora;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes a file whole or not at all.
 *
 * <p>The content goes to a hidden temporary file in the same folder, is forced to the disk, and takes the name of the file in one move, so
 * that a reader sees the old content or the new one, never a part. When writing fails or the virtual machine is told to exit, the
 * temporary file is deleted and an older file of that name stays as it was. A symbolic link of that name is replaced, not followed. On a
 * file system that cannot move in one step the old file is replaced in two.
 *
 * <p>Every method may be called from many threads; when two write one file, the last move wins.
 */
public final class AtomicFile {
    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtomicFile::deleteUnfinished, "atomic-file-cleaner"));
    }

    /**
     * Writes the content to where it is told.
     *
     * @param <T> where content goes: an {@link OutputStream} or a {@link Writer}
     */
    @FunctionalInterface
    public interface Content<T> {
        /** Writes everything; {@code out} is buffered, and flushed and closed by the caller. */
        void writeTo(T out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes bytes.
     *
     * @throws UncheckedIOException where the folder is missing or the content cannot be written; whatever else {@code content} throws comes
     *     through as it is
     */
    public static void write(Path file, Content<OutputStream> content) {
        try (var draft = begin(file)) {
            try {
                content.writeTo(draft.out());
            } catch (IOException e) {
                throw draft.failed(e);
            }
            draft.finish();
        }
    }

    /**
     * Begins to write a file piece by piece, for content that doesn't come in one go.
     *
     * @throws UncheckedIOException where the folder is missing or may not be written to
     */
    public static Draft begin(Path file) {
        var absolute = file.toAbsolutePath();
        try {
            if (Files.isDirectory(absolute)) {
                throw new IOException("it is a folder"); // a move would put an empty one out of the way
            }
            return new Draft(file, absolute.resolveSibling(".dragoman-" + UUID.randomUUID() + ".part"));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** A file on its way: what is written to it has no name yet. One thread at a time. */
    public static final class Draft implements AutoCloseable {
        private final Path file;
        private final Path temporary;
        private final FileChannel channel;
        private final OutputStream out;

        private Draft(Path file, Path temporary) throws IOException {
            this.file = file;
            this.temporary = temporary;
            UNFINISHED.add(temporary);
            try {
                this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (IOException e) {
                UNFINISHED.remove(temporary);
                throw e;
            }
            this.out = new Unclosed(new BufferedOutputStream(Channels.newOutputStream(channel)));
        }

        /** Where the content goes; buffered. Closing it flushes it and no more. */
        public OutputStream out() {
            return out;
        }

        /**
         * Forces the content to the disk and gives it the name of the file. Nothing may be written afterwards.
         *
         * @throws UncheckedIOException where that fails; an older file of that name is then as it was
         */
        public void finish() {
            try {
                out.flush();
                channel.force(true);
                channel.close();
                move(temporary, file.toAbsolutePath());
                forceFolder(file.toAbsolutePath().getParent());
            } catch (IOException e) {
                throw failed(e);
            }
        }

        /** Deletes the content, unless it is finished. */
        @Override
        public void close() {
            try {
                try {
                    channel.close(); // first, as some systems delete no open file
                } finally {
                    Files.deleteIfExists(temporary);
                }
            } catch (IOException e) {
                throw failed(e);
            } finally {
                UNFINISHED.remove(temporary);
            }
        }

        /** The error to throw where writing to {@link #out} fails. */
        public UncheckedIOException failed(IOException cause) {
            return AtomicFile.failed(file, cause);
        }
    }

    /** Writes text as UTF-8; as {@link #write}, and an unpaired surrogate is an error, not a question mark. */
    public static void writeText(Path file, Content<Writer> content) {
        write(file, out -> {
            var encoder = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            // closing, and nothing less, refuses half a surrogate pair at the very end
            try (var writer = new BufferedWriter(new OutputStreamWriter(out, encoder))) {
                content.writeTo(writer);
            }
        });
    }

    /** Flushes when it is closed and leaves the rest to whoever opened the stream. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static void move(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Forces the new name to the disk; some systems cannot open a folder, and there the name follows when the system likes. */
    private static void forceFolder(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    private static UncheckedIOException failed(Path file, IOException cause) {
        var absolute = file.toAbsolutePath();
        return new UncheckedIOException("cannot write " + file + ": " + reason(absolute, cause), cause);
    }

    private static String reason(Path file, IOException cause) {
        var folderIsMissing = !Files.isDirectory(file) && !Files.isDirectory(file.getParent());
        return folderIsMissing ? "there is no folder " + file.getParent() : cause.getMessage();
    }

    private static void deleteUnfinished() {
        for (var temporary : UNFINISHED) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                continue; // the machine is going down and no one is left to tell
            }
        }
    }
}
