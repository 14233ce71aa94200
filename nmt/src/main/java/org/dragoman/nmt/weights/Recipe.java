package org.dragoman.nmt.weights;

import java.util.List;
import java.util.Map;

/**
 * Of which stored tensors a parameter is made, and how: {@code rows(transposed(stored("decoder_ff_logit_out_W")), ids, 0)}.
 *
 * <p>Values pass through in chunks, so a recipe takes little memory however large its tensors are. Recipes are immutable.
 */
public interface Recipe {

    /** The names of the stored tensors that it reads. */
    List<String> sources();

    /**
     * The shape of what it makes.
     *
     * @param stored the file's tensors, all of {@link #sources} among them
     * @throws IllegalArgumentException if their types or shapes don't suit it
     */
    long[] shape(Map<String, StoredTensor> stored);

    /** Hands every value of what it makes to {@code sink}, once each, in runs of any order. */
    void emit(Map<String, StoredTensor> stored, FloatSink sink);

    /** A stored tensor of floating-point numbers as it is. */
    static Recipe stored(String name) {
        return new Recipes.Stored(name);
    }

    /** A stored tensor with at most one dimension that isn't 1, such as (1, n), as a vector (n). */
    static Recipe vector(String name) {
        return new Recipes.Vector(new Recipes.Stored(name));
    }

    /** A matrix (m, n) as (n, m). */
    static Recipe transposed(Recipe matrix) {
        return new Recipes.Transposed(matrix);
    }

    /** The rows of several matrices, or the values of several vectors, below each other. */
    static Recipe stack(Recipe... parts) {
        return new Recipes.Stack(List.of(parts));
    }

    /**
     * Some rows of a matrix, or places of a vector, in a new order; a row may be taken several times, or not at all.
     *
     * @param from for each new row the old one's number, or -1 for a row that isn't there before
     * @param absent the value of all places in those
     */
    static Recipe rows(Recipe base, int[] from, double absent) {
        return new Rows(base, from.clone(), (float) absent);
    }

    /** A matrix or vector as it is, which must have so many rows or places. */
    static Recipe ofRows(Recipe base, long rows) {
        return new Recipes.OfRows(base, rows);
    }

    /** One value in all places, made of no stored tensor. */
    static Recipe constant(double value, long... shape) {
        return new Recipes.Constant((float) value, shape.clone());
    }

    /**
     * A stored matrix of integers, each divided by the scale of its row; or any tensor of integers, divided by one scale.
     *
     * @param scale name of the stored scales, as many as the matrix has rows, or one
     */
    static Recipe dequantized(String name, String scale) {
        return new Dequantized(name, scale);
    }
}
