package org.dragoman.nmt.weights;

import org.dragoman.nmt.files.ModelFiles;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip file whose entries, stored or deflated, are read from the start or from a place within. */
final class Archive implements Closeable {

    private final ZipFile zip;
    private final String origin;

    private Archive(ZipFile zip, String origin) {
        this.zip = zip;
        this.origin = origin;
    }

    /** @throws IllegalArgumentException if there is no such file, a pointer of Git LFS in its place, or it is no zip file */
    static Archive open(Path file) {
        return ModelFiles.read(file, Archive::of);
    }

    private static Archive of(Path file) throws IOException {
        try {
            return new Archive(new ZipFile(file.toFile()), file.toString());
        } catch (ZipException e) {
            throw new IllegalArgumentException(
                    file + " is no zip file, or is cut short or damaged: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if a name isn't UTF-8 */
    List<ZipEntry> entries() {
        try {
            return zip.stream().<ZipEntry>map(entry -> entry).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(origin + " is damaged: the name of an entry is not UTF-8", e);
        }
    }

    /** @throws IllegalArgumentException if there is no such entry */
    ZipEntry entry(String name) {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalArgumentException(origin + " lacks the entry '" + name + "'");
        }
        return entry;
    }

    /** The first bytes of an entry, at most {@code most}. */
    byte[] start(ZipEntry entry, int most) throws IOException {
        try (var in = stream(entry)) {
            return in.readNBytes(most);
        }
    }

    /** Opens an entry's content from byte {@code from} on. */
    ReadableByteChannel open(ZipEntry entry, long from) throws IOException {
        var in = stream(entry);
        try {
            in.skipNBytes(from);
            return Channels.newChannel(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private InputStream stream(ZipEntry entry) throws IOException {
        var in = zip.getInputStream(entry);
        if (in == null) {
            throw new EOFException("the entry '" + entry.getName() + "' is not there");
        }
        return in;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
