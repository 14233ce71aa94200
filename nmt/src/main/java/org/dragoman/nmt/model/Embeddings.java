package org.dragoman.nmt.model;

import org.dragoman.nmt.layers.Embedding;
import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.text.Vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The embeddings of a model, tied as its configuration says.
 *
 * <p>Parameters: {@code embedding.weight} where all are tied; else {@code sourceEmbedding.weight}, {@code
 * targetEmbedding.weight} and, untied, {@code output.weight}. Further source factors are {@code factors.1.weight} and so on; a
 * position's embedding is the sum of those of its factors, or they stand side by side (Sennrich and Haddow 2016, equation 5), and then the
 * piece has what the sizes of the others leave of the model's.
 */
final class Embeddings {

    private final List<Embedding> source = new ArrayList<>();
    private final Embedding target;
    private final Tensor output;
    private final boolean isConcatenated;

    Embeddings(Parameters parameters, VocabularySizes sizes, int size, double scale, Tying tying) {
        requireSharedIf(tying, sizes);
        misfit(sizes.factorSizes(), size, tying).ifPresent(misfit -> {
            throw new IllegalArgumentException("factors " + misfit);
        });
        var tied = tying == Tying.ALL;
        isConcatenated = !sizes.factorSizes().isEmpty();
        var parts = new Parts(parameters, size, scale);
        target = parts.make(tied ? "embedding" : "targetEmbedding", sizes.target(), size);
        source.add(tied ? target : parts.make("sourceEmbedding", sizes.source().get(0), pieceSize(sizes, size)));
        for (var factor = 1; factor < sizes.source().size(); factor++) {
            var own = isConcatenated ? sizes.factorSizes().get(factor - 1) : size;
            source.add(parts.makeFactor("factors." + factor, sizes.source().get(factor), own));
        }
        output = tying == Tying.NONE ? output(parameters, sizes.target(), size) : target.weight();
    }

    /** Makes embeddings of the model's size or narrower ones, so that a number of the one varies as much as one of the other. */
    private record Parts(Parameters parameters, int whole, double scale) {
        Embedding make(String name, int vocabulary, int size) {
            return new Embedding(parameters, name, vocabulary, size, scale(size));
        }

        Embedding makeFactor(String name, int vocabulary, int size) {
            return Embedding.exceptFor(Vocabulary.UNKNOWN, parameters, name, vocabulary, size, scale(size));
        }

        private double scale(int size) {
            return scale * Math.sqrt((double) size / whole);
        }
    }

    private static int pieceSize(VocabularySizes sizes, int size) {
        return size - sum(sizes.factorSizes());
    }

    private static int sum(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Why factors with embeddings of these sizes can't stand beside that of the piece, if they can't.
     *
     * @param factorSizes none where embeddings are summed
     * @param size of the model's embeddings
     */
    static Optional<String> misfit(List<Integer> factorSizes, int size, Tying tying) {
        if (sum(factorSizes) >= size) {
            return Optional.of("must leave some of the model's embedding of " + size
                    + " for the pieces where they are concatenated, but have sizes of " + sum(factorSizes)
                    + " together");
        }
        if (tying == Tying.ALL && !factorSizes.isEmpty()) {
            return Optional.of(
                    "that are concatenated make the embeddings of source pieces narrower than those of the target,"
                            + " so that they can't be tied: set the model's tying to target, or combine to sum");
        }
        return Optional.empty();
    }

    private Embeddings(Embedding target, Tensor output) {
        this.target = target;
        this.output = output;
        isConcatenated = false;
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
        var embedded = IntStream.range(0, factors.size())
                .mapToObj(factor -> source.get(factor).apply(factors.get(factor)))
                .toList();
        return isConcatenated
                ? Tensor.concat(2, embedded)
                : embedded.stream().reduce(Tensor::add).orElseThrow();
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
