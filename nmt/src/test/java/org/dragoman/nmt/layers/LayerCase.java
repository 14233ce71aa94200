package org.dragoman.nmt.layers;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;

import java.util.LinkedHashMap;
import java.util.Map;

/** A layer under the name {@code layer} beside its reference values; see the script of the fixtures. */
final class LayerCase implements AutoCloseable {

    static final String LAYER = "layer";
    private static final double TOLERANCE = 1e-5;

    private final String name;
    private final Fixture fixture;
    private final Parameters parameters = new Parameters(1);
    private final Scope scope = Scope.recording();
    private final Map<String, Tensor> inputs = new LinkedHashMap<>();

    LayerCase(String name) {
        this.name = name;
        this.fixture = Fixture.read(name);
    }

    /** Where the layer asks for its parameters. */
    Parameters parameters() {
        return parameters;
    }

    int size(String key) {
        return fixture.config(key).intValue();
    }

    double decimal(String key) {
        return fixture.config(key).doubleValue();
    }

    boolean flag(String key) {
        return fixture.config(key).booleanValue();
    }

    String text(String key) {
        return fixture.config(key).textValue();
    }

    /** Gives the parameters, which must be those of the reference and no others, their values. */
    void load() {
        parameters.load(fixture.parameters(LAYER + "."), name);
        parameters.train();
    }

    /** A trainable input. */
    Tensor input(String name) {
        return inputs.computeIfAbsent(
                name,
                missing -> Tensor.of(fixture.floats("inputs/" + name), fixture.shape("inputs/" + name))
                        .trainable());
    }

    /** How many ones each row of a mask has. */
    int[] lengths(String mask) {
        var ones = fixture.longs("inputs/" + mask);
        var width = (int) fixture.shape("inputs/" + mask)[1];
        var lengths = new int[ones.length / width];
        for (var i = 0; i < ones.length; i++) {
            lengths[i / width] += (int) ones[i];
        }
        return lengths;
    }

    void assertOutput(Tensor actual, String name) {
        fixture.assertClose(actual.toFloats(), "outputs/" + name, TOLERANCE);
    }

    /** The same where a mask is 1. */
    void assertOutputWhere(String mask, Tensor actual, String name) {
        fixture.assertCloseWhere("inputs/" + mask, actual.toFloats(), "outputs/" + name, TOLERANCE);
    }

    /** Compares the gradients of all parameters and inputs, for the objective sum(output * cotangent). */
    void assertGradients(Tensor output) {
        var cotangent = Tensor.of(fixture.floats("cotangents/output"), fixture.shape("cotangents/output"));
        output.mul(cotangent).sum().backward();
        for (var name : fixture.names("gradients")) {
            var tensor = inputs.containsKey(name)
                    ? inputs.get(name)
                    : parameters.byName().get(LAYER + "." + name);
            fixture.assertClose(tensor.gradient().orElseThrow().toFloats(), "gradients/" + name, TOLERANCE);
        }
    }

    @Override
    public void close() {
        scope.close();
        parameters.close();
    }
}
