package org.dragoman.nmt.tensor;

import org.dragoman.nmt.weights.Recipe;
import org.dragoman.nmt.weights.StoredTensor;
import org.dragoman.nmt.weights.TensorFile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One filling of all parameters from a file: first everything is checked, then value by value goes into native memory. */
final class Loading {

    private final Map<String, Tensor> parameters;
    private final Map<String, Recipe> recipes;
    private final TensorFile file;
    private final Map<String, StoredTensor> stored;

    Loading(Map<String, Tensor> parameters, Map<String, Recipe> recipes, TensorFile file) {
        this.parameters = parameters;
        this.recipes = recipes;
        this.file = file;
        this.stored = file.tensors();
    }

    /** @param spare stored tensors that no recipe needs to read */
    void check(Set<String> spare) {
        var problems = new ArrayList<String>();
        new TreeSet<>(parameters.keySet()).forEach(name -> problems.addAll(problemsOf(name)));
        recipes.keySet().stream()
                .filter(name -> !parameters.containsKey(name))
                .forEach(name -> problems.add("'" + name + "' has a recipe, but is no parameter of this model"));
        problems.addAll(problemsOfUse(spare));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    file.origin() + " does not fit the model's configuration: " + String.join("; ", problems));
        }
    }

    private List<String> problemsOf(String name) {
        var recipe = recipes.get(name);
        if (recipe == null) {
            return List.of("'" + name + "' is missing");
        }
        var missing = new TreeSet<>(recipe.sources());
        missing.removeAll(stored.keySet());
        if (!missing.isEmpty()) {
            return missing.stream().map(source -> "'" + source + "' is missing").toList();
        }
        var expected = parameters.get(name).shape();
        try {
            var found = recipe.shape(stored);
            return Arrays.equals(expected, found)
                    ? List.of()
                    : List.of("'" + name + "' should have shape " + Arrays.toString(expected) + ", has "
                            + Arrays.toString(found));
        } catch (IllegalArgumentException e) {
            return List.of(e.getMessage());
        }
    }

    private List<String> problemsOfUse(Set<String> spare) {
        var problems = new ArrayList<String>();
        var users = new HashMap<String, String>();
        recipes.forEach((name, recipe) -> Set.copyOf(recipe.sources()).forEach(source -> {
            var other = users.put(source, name);
            if (other != null) {
                problems.add("'" + source + "' is used for '" + other + "' and again for '" + name + "'");
            }
        }));
        stored.keySet().stream()
                .filter(name -> !users.containsKey(name) && !spare.contains(name))
                .forEach(name -> problems.add("'" + name + "' is no parameter of this model"));
        return problems;
    }

    void fill() {
        parameters.forEach((name, tensor) -> {
            var memory = tensor.memory();
            recipes.get(name)
                    .emit(
                            stored,
                            (first, values) -> memory.put((int) first, values, values.position(), values.remaining()));
        });
    }
}
