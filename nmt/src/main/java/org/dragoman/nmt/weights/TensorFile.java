package org.dragoman.nmt.weights;

import java.io.UncheckedIOException;
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

    /** @throws UncheckedIOException if the file can't be closed */
    @Override
    void close();
}
