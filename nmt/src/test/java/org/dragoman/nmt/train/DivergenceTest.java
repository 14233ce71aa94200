package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DivergenceTest {

    private static final double TOLERANCE = 1e-5;

    @Test
    void valueAndGradientsAreThoseOfPyTorch() {
        var fixture = Fixture.read("divergence");
        try (var scope = Scope.recording()) {
            var first = tensor(fixture, "inputs/first");
            var second = tensor(fixture, "inputs/second");
            var weight = tensor(fixture, "parameters/weight");
            var divergence = Divergence.of(first, second, weight);
            fixture.assertClose(new float[] {(float) divergence.sum()}, "outputs/sum", TOLERANCE);
            divergence.surrogate().backward();
            fixture.assertClose(first.gradient().orElseThrow().toFloats(), "gradients/first", TOLERANCE);
            fixture.assertClose(second.gradient().orElseThrow().toFloats(), "gradients/second", TOLERANCE);
            fixture.assertClose(weight.gradient().orElseThrow().toFloats(), "gradients/weight", TOLERANCE);
        }
    }

    private static Tensor tensor(Fixture fixture, String path) {
        return Tensor.of(fixture.floats(path), fixture.shape(path)).trainable();
    }

    @Test
    void passesThatAgreeHaveNone() {
        try (var scope = Scope.recording()) {
            var hidden = Tensor.of(Initializer.normal(1).values(1, 5, 4), 5, 4);
            var weight = Tensor.of(Initializer.normal(1).values(2, 7, 4), 7, 4).trainable();
            var divergence = Divergence.of(hidden, hidden, weight);
            assertThat(divergence.sum()).isZero();
            divergence.surrogate().backward();
            assertThat(weight.gradient().orElseThrow().toFloats()).containsOnly(new float[] {0});
        }
    }

    /** 1,100 rows are three chunks; the sum over two parts that are chunked otherwise is the same. */
    @Test
    void chunksChangeNothing() {
        try (var scope = Scope.recording()) {
            var first = Tensor.of(Initializer.normal(1).values(1, 1100, 4), 1100, 4);
            var second = Tensor.of(Initializer.normal(1).values(2, 1100, 4), 1100, 4);
            var weight = Tensor.of(Initializer.normal(1).values(3, 7, 4), 7, 4);
            var parts = Divergence.of(first.slice(0, 0, 300), second.slice(0, 0, 300), weight)
                            .sum()
                    + Divergence.of(first.slice(0, 300, 1100), second.slice(0, 300, 1100), weight)
                            .sum();
            assertThat(Divergence.of(first, second, weight).sum()).isCloseTo(parts, within(1e-5 * parts));
        }
    }
}
