package org.dragoman.nmt.model;

import org.dragoman.nmt.layers.Embedding;
import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * The embeddings of a model, tied as its configuration says.
 *
 * <p>Parameters: {@code embedding.weight} where all are tied; else {@code sourceEmbedding.weight}, {@code
 * targetEmbedding.weight} and, untied, {@code output.weight}. Further source factors are {@code factors.1.weight} and so on; a
 * position's embedding is the sum of those of its factors.
 */
final class Embeddings {

    private final List<Embedding> source = new ArrayList<>();
    private final Embedding target;
    private final Tensor output;

    Embeddings(Parameters parameters, VocabularySizes sizes, int size, double scale, Tying tying) {
        requireSharedIf(tying, sizes);
        var tied = tying == Tying.ALL;
        target = new Embedding(parameters, tied ? "embedding" : "targetEmbedding", sizes.target(), size, scale);
        source.add(
                tied
                        ? target
                        : new Embedding(
                                parameters, "sourceEmbedding", sizes.source().get(0), size, scale));
        for (var factor = 1; factor < sizes.source().size(); factor++) {
            source.add(new Embedding(
                    parameters, "factors." + factor, sizes.source().get(factor), size, scale));
        }
        output = tying == Tying.NONE ? output(parameters, sizes.target(), size) : target.weight();
    }

    private Embeddings(Embedding target, Tensor output) {
        this.target = target;
        this.output = output;
    }

    /** The embeddings of a model without a source: {@code embedding.weight} and, untied, {@code output.weight}. */
    static Embeddings ofTarget(Parameters parameters, int vocabulary, int size, double scale, boolean tied) {
        var target = new Embedding(parameters, "embedding", vocabulary, size, scale);
        return new Embeddings(target, tied ? target.weight() : output(parameters, vocabulary, size));
    }

    private static Tensor output(Parameters parameters, int vocabulary, int size) {
        return parameters.make("output.weight", Initializer.normal(1 / Math.sqrt(size)), vocabulary, size);
    }

    private static void requireSharedIf(Tying tying, VocabularySizes sizes) {
        if (tying == Tying.ALL && !sizes.shared()) {
            throw new IllegalArgumentException("tying all embeddings needs one vocabulary for source and target: share "
                    + "the vocabulary or tie the target's embeddings only");
        }
    }

    /** In factors (B, S) each, out (B, S, D). */
    Tensor source(List<Tensor> factors) {
        if (factors.size() != source.size()) {
            throw new IllegalArgumentException(
                    "the model reads " + source.size() + " source factors, got " + factors.size());
        }
        var sum = source.get(0).apply(factors.get(0));
        for (var factor = 1; factor < factors.size(); factor++) {
            sum = sum.add(source.get(factor).apply(factors.get(factor)));
        }
        return sum;
    }

    /** In ids (B, T), out (B, T, D). */
    Tensor target(Tensor ids) {
        return target.apply(ids);
    }

    /** The output layer (V, D). */
    Tensor output() {
        return output;
    }
}
