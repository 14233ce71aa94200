package org.dragoman.nmt.tensor;

import ai.djl.pytorch.engine.PtNDManager;
import org.dragoman.nmt.weights.Recipe;
import org.dragoman.nmt.weights.StoredTensor;
import org.dragoman.nmt.weights.TensorFile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

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
    private final OptionalLong seed;

    /** @param seed from which the initial values are drawn */
    public Parameters(long seed) {
        this(OptionalLong.of(seed));
    }

    private Parameters(OptionalLong seed) {
        this.seed = seed;
    }

    /** Parameters whose values are arbitrary until they are loaded, so that none are drawn in vain. */
    public static Parameters toBeLoaded() {
        return new Parameters(OptionalLong.empty());
    }

    /** Makes the parameter {@code name} with its initial values. */
    public Tensor make(String name, Initializer initializer, long... shape) {
        if (tensors.containsKey(name)) {
            throw new IllegalStateException("the parameter '" + name + "' is made twice");
        }
        var tensor = seed.isPresent()
                ? Tensor.copyOf(manager, initializer.values(seedOf(name), shape), shape)
                : Tensor.uninitialized(manager, shape);
        tensors.put(name, tensor);
        return tensor;
    }

    private long seedOf(String name) {
        return seed.getAsLong() ^ name.hashCode() * 0x9E3779B97F4A7C15L;
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
                .mapToLong(tensor -> StoredTensor.places(tensor.shape()))
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
        load(HeldWeights.of(weights, origin));
    }

    /**
     * Replaces all values with those of a file that has a tensor of the same name for each parameter; see {@link
     * #load(Map, TensorFile, Set)}.
     */
    public void load(TensorFile file) {
        fill(tensors, file);
    }

    /** Replaces all values of tensors, such as companions, as {@link #load(TensorFile)} does those of the parameters. */
    public static void fill(Map<String, Tensor> tensors, TensorFile file) {
        var recipes = new LinkedHashMap<String, Recipe>();
        tensors.keySet().forEach(name -> recipes.put(name, Recipe.stored(name)));
        load(tensors, recipes, file, Set.of());
    }

    /**
     * Replaces all values. They go from the file into native memory in chunks, without a second copy of a tensor.
     *
     * @param recipes for the name of each parameter, how it is made of the file's tensors
     * @param spare stored tensors that no recipe needs to read, such as further names of one that is read
     * @throws IllegalArgumentException naming everything that is wrong: a tensor that is missing, of another shape, used for two parameters,
     *     or for none and not spare. Then no value has changed; only where the file turns out to be damaged while it is read, some have.
     * @throws java.io.UncheckedIOException if the file can't be read; then some values have changed
     */
    public void load(Map<String, Recipe> recipes, TensorFile file, Set<String> spare) {
        load(tensors, recipes, file, spare);
    }

    private static void load(
            Map<String, Tensor> tensors, Map<String, Recipe> recipes, TensorFile file, Set<String> spare) {
        var loading = new Loading(tensors, recipes, file);
        loading.check(spare);
        loading.fill();
    }

    @Override
    public void close() {
        manager.close();
    }
}
