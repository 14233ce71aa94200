package org.dragoman.nmt.recurrent;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GruCellTest {

    private static final double TOLERANCE = 1e-5;

    private final Fixture fixture = Fixture.read("gru-cell");
    private final Parameters parameters = new Parameters(1);
    private final GruCell cell = new GruCell(parameters, "cell", 4, 3, false);
    private Scope scope;

    @BeforeEach
    void loadTheReferenceWeights() {
        parameters.load(fixture.parameters("cell."), "the fixture");
        parameters.train();
        scope = Scope.recording();
    }

    @AfterEach
    void free() {
        scope.close();
        parameters.close();
    }

    private Tensor reference(String path) {
        return Tensor.of(fixture.floats(path), fixture.shape(path));
    }

    @Test
    void oneStepAndItsGradientsAreThoseOfPyTorch() {
        var x = reference("inputs/x").trainable();
        var state = reference("inputs/state").trainable();
        var next = cell.step(x, state);
        next.mul(reference("cotangents/output")).sum().backward();
        fixture.assertClose(next.toFloats(), "outputs/output", TOLERANCE);
        fixture.assertClose(gradient(x), "gradients/x", TOLERANCE);
        fixture.assertClose(gradient(state), "gradients/state", TOLERANCE);
        assertParameterGradients();
    }

    @Test
    void anInputInTwoPartsGivesTheSameStepAndGradients() {
        var x = reference("inputs/x");
        var walk = cell.walk(x.slice(1, 0, 3).unsqueeze(1));
        var next = walk.step(0, x.slice(1, 3, 4), reference("inputs/state"));
        next.mul(reference("cotangents/output")).sum().backward();
        fixture.assertClose(next.toFloats(), "outputs/output", TOLERANCE);
        assertParameterGradients();
    }

    private void assertParameterGradients() {
        for (var name : fixture.names("parameters")) {
            fixture.assertClose(gradient(parameters.byName().get("cell." + name)), "gradients/" + name, TOLERANCE);
        }
    }

    private static float[] gradient(Tensor tensor) {
        return tensor.gradient().orElseThrow().toFloats();
    }
}
