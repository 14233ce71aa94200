package org.dragoman.nmt.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;

/**
 * NumPy's format for several arrays: a zip file, stored or deflated, with an array in each entry ({@code name.npy}; Marian leaves the ending
 * out).
 *
 * <p>An array has a header in Python's syntax, {@code {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }}, then its numbers, of
 * either byte order. An array in column-major order takes memory of Java's while it is read.
 */
public final class NpzFile implements TensorFile {

    private static final String SUFFIX = ".npy";

    private final String origin;
    private final Archive archive;
    private final Map<String, StoredTensor> tensors;

    private NpzFile(Archive archive, String origin) throws IOException {
        this.archive = archive;
        this.origin = origin;
        var byName = new LinkedHashMap<String, StoredTensor>();
        for (var entry : archive.entries()) {
            var tensor = tensor(entry);
            if (byName.put(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException(origin + " has two arrays named '" + tensor.name() + "'");
            }
        }
        tensors = Collections.unmodifiableMap(byName);
    }

    /**
     * Opens a file.
     *
     * @throws IllegalArgumentException if there is none or it isn't in this format
     * @throws UncheckedIOException if it can't be read
     */
    public static NpzFile open(Path file) {
        var archive = Archive.open(file);
        return Opening.of(archive, file.toString(), () -> new NpzFile(archive, file.toString()));
    }

    private StoredTensor tensor(ZipEntry entry) throws IOException {
        var name = entry.getName().endsWith(SUFFIX)
                ? entry.getName().substring(0, entry.getName().length() - SUFFIX.length())
                : entry.getName();
        var where = origin + ": array '" + name + "'";
        var header = NpyHeader.read(archive.start(entry, NpyHeader.LONGEST), where);
        var bytes = RawTensor.bytes(header.type(), header.shape(), where);
        if (entry.getSize() - header.length() != bytes) {
            throw new IllegalArgumentException(where + " should have " + bytes + " bytes after its header, has "
                    + (entry.getSize() - header.length()));
        }
        return header.tensor(name, where, () -> archive.open(entry, header.length()));
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public Map<String, StoredTensor> tensors() {
        return tensors;
    }

    @Override
    public void close() {
        Opening.close(archive, origin);
    }
}
