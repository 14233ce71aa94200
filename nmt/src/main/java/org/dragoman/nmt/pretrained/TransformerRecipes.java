package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.weights.Recipe;
import org.dragoman.nmt.weights.TensorFile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Gathers how the parameters of our Transformer are made of another's. It knows the names of ours; an importer says theirs, layer by
 * layer.
 */
final class TransformerRecipes {

    private final Map<String, Recipe> recipes = new LinkedHashMap<>();
    private final Names names;

    /**
     * How the other's file names the numbers of a part, and keeps its matrices.
     *
     * @param weight turns a part's name into that of its matrix
     * @param bias turns it into that of its bias
     * @param gain turns a norm's name into that of its factors
     * @param shift turns it into that of its addends
     * @param matrix makes a matrix (out, in) of the stored one with this name
     */
    record Names(
            UnaryOperator<String> weight,
            UnaryOperator<String> bias,
            UnaryOperator<String> gain,
            UnaryOperator<String> shift,
            Function<String, Recipe> matrix) {}

    TransformerRecipes(Names names) {
        this.names = names;
    }

    /** One of our linear maps, made of one or several of theirs on top of each other. */
    void linear(String ours, String... theirs) {
        recipes.put(ours + ".weight", stacked(theirs, name -> names.matrix.apply(names.weight.apply(name))));
        recipes.put(ours + ".bias", stacked(theirs, name -> Recipe.vector(names.bias.apply(name))));
    }

    private static Recipe stacked(String[] theirs, Function<String, Recipe> recipe) {
        var parts = Arrays.stream(theirs).map(recipe).toArray(Recipe[]::new);
        return parts.length == 1 ? parts[0] : Recipe.stack(parts);
    }

    void norm(String ours, String theirs) {
        recipes.put(ours + ".weight", Recipe.vector(names.gain.apply(theirs)));
        recipes.put(ours + ".bias", Recipe.vector(names.shift.apply(theirs)));
    }

    void put(String ours, Recipe recipe) {
        recipes.put(ours, recipe);
    }

    /**
     * A table of embeddings in the order of our numbers; a number that the reference doesn't have gets zeros.
     *
     * @throws IllegalArgumentException if the table has another number of rows than the reference's vocabulary
     */
    static Recipe table(TensorFile file, String stored, ReferenceIds ids) {
        var found = file.tensors().get(stored);
        if (found != null && found.shape().length == 2 && found.shape()[0] != ids.size()) {
            throw new IllegalArgumentException(file.origin() + ": '" + stored + "' has " + found.shape()[0]
                    + " rows, but the vocabulary has " + ids.size() + " entries");
        }
        return Recipe.rows(Recipe.stored(stored), ids.toReference(), 0);
    }

    Map<String, Recipe> all() {
        return recipes;
    }
}
