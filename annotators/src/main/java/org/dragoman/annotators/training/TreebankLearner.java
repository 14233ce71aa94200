package org.dragoman.annotators.training;

import org.dragoman.pipeline.Document;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Learns one kind of model from a treebank and says how good it is.
 *
 * @param <M> the model
 */
public interface TreebankLearner<M> {
    /**
     * Learns from documents.
     *
     * @throws IllegalArgumentException if they lack what is to be learned
     */
    M learn(List<Document> documents);

    /** Scores by name of a model on documents that it didn't learn from, 0 to 1, the most important first. */
    Map<String, Double> score(M model, List<Document> documents);

    /** What there is to say of a model, such as its number of features, by name. */
    Map<String, String> facts(M model);

    /** Name of the file in which a model is kept. */
    String fileName();

    /** Writes a model whole or not at all. */
    void write(M model, Path file);
}
