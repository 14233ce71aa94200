package org.dragoman.corpora;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Opens files of text, whether they are packed or not.
 *
 * <ul>
 *   <li>gzip, in one part or several, is unpacked. The first two bytes tell, not the name.
 *   <li>Of a zip archive the one file in it is read. If there are several, {@code archive.zip!name} says which. A file in an archive may be
 *       packed with gzip once more.
 *   <li>Anything else is read as it is.
 * </ul>
 *
 * <p>Everything is unpacked while it is read, so a packed file may be larger than the memory.
 */
public final class PackedFile {
    private static final int BUFFER = 1 << 16;
    private static final int NAMES_SHOWN = 10;
    private static final int[] GZIP = {0x1F, 0x8B};
    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final Pattern ENTRY = Pattern.compile("(.*\\.zip)!(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private PackedFile() {}

    /**
     * Opens a file, or a file in an archive.
     *
     * @throws UncheckedIOException if there is no such file, if it can't be read, or if it is an archive and it is not clear what to read
     */
    public static InputStream open(Path file) {
        try {
            var entry = ENTRY.matcher(file.toString());
            if (entry.matches() && !Files.exists(file)) {
                return unpacked(entry(file.getFileSystem().getPath(entry.group(1)), entry.group(2)));
            }
            var in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            if (!startsWith(in, ZIP) && !startsWith(in, EMPTY_ZIP)) {
                return unpacked(in);
            }
            in.close();
            return unpacked(onlyEntry(file));
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("cannot read " + file + ": there is no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The content of a stream that may be packed with gzip; the stream is closed with the result, or at once where that fails. */
    static InputStream unpacked(InputStream in) throws IOException {
        try {
            var buffered = in instanceof BufferedInputStream b ? b : new BufferedInputStream(in, BUFFER);
            return startsWith(buffered, GZIP) ? new GZIPInputStream(buffered, BUFFER) : buffered;
        } catch (IOException e) {
            closeAfter(e, in);
            throw e;
        }
    }

    private static void closeAfter(IOException cause, InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static boolean startsWith(BufferedInputStream in, int... bytes) throws IOException {
        in.mark(bytes.length);
        var isEqual = true;
        for (var i = 0; i < bytes.length && isEqual; i++) {
            isEqual = in.read() == bytes[i];
        }
        in.reset();
        return isEqual;
    }

    private static InputStream onlyEntry(Path archive) throws IOException {
        var zip = new ZipFile(archive.toFile());
        try {
            var files = files(zip);
            if (files.size() != 1) {
                throw new IOException(
                        files.isEmpty()
                                ? "the archive has no file in it"
                                : "the archive has " + files.size() + " files in it; name the one to read, as in "
                                        + archive + "!" + files.get(0) + "; there are " + shown(files));
            }
            return content(zip, zip.getEntry(files.get(0)));
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private static InputStream entry(Path archive, String name) throws IOException {
        if (!Files.exists(archive)) {
            throw new NoSuchFileException(archive.toString());
        }
        var zip = new ZipFile(archive.toFile());
        try {
            var entry = zip.getEntry(name);
            if (entry == null || entry.isDirectory()) {
                throw new IOException("the archive has no file \"" + name + "\" in it; there are " + shown(files(zip)));
            }
            return content(zip, entry);
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private static List<String> files(ZipFile zip) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .toList();
    }

    private static String shown(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return names.size() > NAMES_SHOWN ? first + " and " + (names.size() - NAMES_SHOWN) + " more" : first;
    }

    private static InputStream content(ZipFile zip, ZipEntry entry) throws IOException {
        return new FilterInputStream(zip.getInputStream(entry)) {
            @Override
            public void close() throws IOException {
                try (zip) {
                    super.close();
                }
            }
        };
    }
}
