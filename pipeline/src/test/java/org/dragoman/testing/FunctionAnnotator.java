package org.dragoman.testing;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An annotator made of a function, for tests.
 *
 * @param name for messages
 * @param requires what it says that it needs
 * @param provides what it says that it adds
 * @param function what it does
 */
public record FunctionAnnotator(
        String name, Set<Layer<?>> requires, Set<Layer<?>> provides, UnaryOperator<Document> function)
        implements Annotator {
    @Override
    public Document annotate(Document document) {
        return function.apply(document);
    }
}
