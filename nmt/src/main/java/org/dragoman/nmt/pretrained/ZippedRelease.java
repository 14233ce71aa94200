package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.files.Folders;
import org.dragoman.nmt.files.ModelFiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A release of OPUS-MT in its zip file, which is unpacked into a temporary folder while it is loaded. */
final class ZippedRelease {

    private static final long LARGEST = 8L << 30; // bytes of all files together

    private ZippedRelease() {}

    /**
     * Loads what is in a zip file. Folders in it don't matter: a release is flat, or in one folder.
     *
     * @param load is given a folder of the zip's name with its files, which is deleted afterwards
     * @throws IllegalArgumentException if it isn't a zip file, or is too large
     */
    static <T> T load(Path file, Function<Path, T> load) {
        try {
            var place = Files.createTempDirectory("dragoman-release");
            try {
                var folder = Files.createDirectory(place.resolve(name(file)));
                unpack(file, folder);
                return load.apply(folder);
            } finally {
                Folders.delete(place);
            }
        } catch (ZipException e) {
            throw new IllegalArgumentException(
                    file + " is neither a model folder nor a zip file of a release: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + file + ": " + e.getMessage(), e);
        }
    }

    private static String name(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(".zip") && name.length() > 4 ? name.substring(0, name.length() - 4) : name;
    }

    private static void unpack(Path file, Path folder) throws IOException {
        ModelFiles.requireFetched(file);
        try (var zip = new ZipFile(file.toFile())) {
            var left = LARGEST;
            var taken = new HashMap<String, String>();
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                var name = Path.of(entry.getName().replace('\\', '/')).getFileName();
                if (!entry.isDirectory() && name != null && !name.toString().equals("..")) {
                    requireFree(taken.put(name.toString(), entry.getName()), entry.getName(), file);
                    left -= copy(zip.getInputStream(entry), folder.resolve(name.toString()), left, file);
                }
            }
        }
    }

    private static void requireFree(String before, String entry, Path file) {
        if (before != null) {
            throw new IllegalArgumentException(file + " holds '" + before + "' and '" + entry
                    + "', but the files of a release lie in one folder: unpack it, and name the folder of one model");
        }
    }

    private static long copy(InputStream content, Path target, long most, Path file) throws IOException {
        try (content;
                var out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            var buffer = new byte[1 << 16];
            var written = 0L;
            for (var count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                written += count;
                if (written > most) {
                    throw new IllegalArgumentException(file + " holds more than " + (LARGEST >> 30) + " GiB");
                }
                out.write(buffer, 0, count);
            }
            return written;
        }
    }
}
