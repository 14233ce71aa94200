package org.dragoman.nmt.tensor;

import ai.djl.pytorch.engine.PtNDManager;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The named parameters of a model, which live until this is closed.
 *
 * <p>A layer asks for its parameters when it is built, under names such as {@code encoder.layers.0.feedForward.inner.weight};
 * asking for a name twice is an error, so a tied parameter is passed on and not asked for again. Each is initialised from the
 * seed and its own name, so a model's start doesn't depend on the order of its layers.
 *
 * <p>Reading parameters from several threads is safe; changing them is the business of one training thread.
 */
public final class Parameters implements AutoCloseable {

    private final PtNDManager manager = Torch.newManager();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final long seed;

    /** @param seed from which the initial values are drawn */
    public Parameters(long seed) {
        this.seed = seed;
    }

    /** Makes the parameter {@code name} with its initial values. */
    public Tensor make(String name, Initializer initializer, long... shape) {
        if (tensors.containsKey(name)) {
            throw new IllegalStateException("the parameter '" + name + "' is made twice");
        }
        var tensor =
                Tensor.copyOf(manager, initializer.values(seed ^ name.hashCode() * 0x9E3779B97F4A7C15L, shape), shape);
        tensors.put(name, tensor);
        return tensor;
    }

    /** Makes a tensor beside the parameters, with the same life but without a name; such as an optimiser's moment. */
    public Tensor companion(float[] values, long... shape) {
        return Tensor.copyOf(manager, values, shape);
    }

    /** Returns all parameters by name, in the order in which they were made. */
    public Map<String, Tensor> byName() {
        return java.util.Collections.unmodifiableMap(tensors);
    }

    /** Returns how many numbers the parameters hold together. */
    public long count() {
        return tensors.values().stream()
                .mapToLong(tensor -> size(tensor.shape()))
                .sum();
    }

    /** Makes all parameters trainable. */
    public void train() {
        tensors.values().forEach(Tensor::trainable);
    }

    /** Copies all values into Java memory. */
    public Map<String, Weights> weights() {
        var weights = new LinkedHashMap<String, Weights>();
        tensors.forEach((name, tensor) -> weights.put(name, new Weights(tensor.shape(), tensor.toFloats())));
        return weights;
    }

    /**
     * Replaces all values.
     *
     * @param origin where the weights come from, for messages
     * @throws IllegalArgumentException naming every parameter that is missing, foreign or of another shape
     */
    public void load(Map<String, Weights> weights, String origin) {
        var problems = new ArrayList<String>();
        for (var name : new TreeSet<>(tensors.keySet())) {
            problems.addAll(problemsOf(name, weights));
        }
        weights.keySet().stream()
                .filter(name -> !tensors.containsKey(name))
                .forEach(name -> problems.add("'" + name + "' is no parameter of this model"));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    origin + " does not fit the model's configuration: " + String.join("; ", problems));
        }
        tensors.forEach((name, tensor) -> tensor.setInPlace(weights.get(name).values()));
    }

    private List<String> problemsOf(String name, Map<String, Weights> weights) {
        var found = weights.get(name);
        if (found == null) {
            return List.of("'" + name + "' is missing");
        }
        var expected = tensors.get(name).shape();
        return Arrays.equals(expected, found.shape())
                ? List.of()
                : List.of(
                        "'" + name + "' should have shape " + Arrays.toString(expected) + ", has " + found.shapeText());
    }

    private static long size(long... shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    @Override
    public void close() {
        manager.close();
    }
}
