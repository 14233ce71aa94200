package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/** A table of one vector an id. */
public final class Embedding {

    private final Tensor weight;
    private final double scale;

    /**
     * Makes {@code name.weight} (V, D), normal with deviation {@code 1 / sqrt(D)}.
     *
     * @param scale factor on each vector that is looked up; {@code sqrt(D)} in Vaswani et al. 2017, section 3.4
     */
    public Embedding(Parameters parameters, String name, int vocabulary, int size, double scale) {
        this(parameters, name, Initializer.normal(1 / Math.sqrt(size)), vocabulary, size, scale);
    }

    private Embedding(
            Parameters parameters, String name, Initializer initializer, int vocabulary, int size, double scale) {
        this.weight = parameters.make(name + ".weight", initializer, vocabulary, size);
        this.scale = scale;
    }

    /** The same with zeros for one id, which then adds nothing where training never meets it. */
    public static Embedding exceptFor(
            int id, Parameters parameters, String name, int vocabulary, int size, double scale) {
        var initializer = Initializer.normal(1 / Math.sqrt(size)).exceptRow(id);
        return new Embedding(parameters, name, initializer, vocabulary, size, scale);
    }

    /** In ids of any shape, out (ids..., D). */
    public Tensor apply(Tensor ids) {
        var vectors = weight.rows(ids);
        return scale == 1 ? vectors : vectors.scale(scale);
    }

    /** The table itself (V, D), for an output layer that is tied to it. */
    public Tensor weight() {
        return weight;
    }
}
