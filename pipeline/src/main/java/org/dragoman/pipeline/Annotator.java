package org.dragoman.pipeline;

import java.util.List;
import java.util.Set;

/**
 * One step of a {@link Pipeline}: reads some layers of a document and adds others.
 *
 * <p>An annotator is safe for use by many threads at once, and its answer depends on nothing but its settings and the
 * document.
 */
public interface Annotator {
    /** Short name for messages, such as {@code pos}. */
    String name();

    /** Layers that {@link #annotate} reads; empty for a tokenizer. */
    Set<Layer<?>> requires();

    /** Layers that the result has in addition, even for an empty text. */
    Set<Layer<?>> provides();

    /** Returns {@code document} with the provided layers added; the argument stays as it is. */
    Document annotate(Document document);

    /**
     * The same for many, in the same order; a translator overrides it to fill its batches.
     *
     * @return as many documents as were given
     */
    default List<Document> annotateAll(List<Document> documents) {
        return documents.stream().map(this::annotate).toList();
    }
}
