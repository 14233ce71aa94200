package org.dragoman.nmt.weights;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * An open file of named tensors.
 *
 * <p>Opening reads and checks the list of the tensors, not their values. Thread safe until it is closed; after that, reading values fails.
 */
public interface TensorFile extends AutoCloseable {

    /** The file's name, for messages. */
    String origin();

    /** The tensors by name, in the file's order; unmodifiable. */
    Map<String, StoredTensor> tensors();

    /**
     * Opens a file of any format that is read: safetensors, what {@code torch.save} writes, npz, CTranslate2's
     * {@code model.bin}. The format shows in the content.
     *
     * @throws IllegalArgumentException if there is no file, it is in no such format, or it is damaged
     * @throws UncheckedIOException if it can't be read
     */
    static TensorFile open(Path file) {
        return Format.of(file).open(file);
    }

    /** @throws UncheckedIOException if the file can't be closed */
    @Override
    void close();
}
