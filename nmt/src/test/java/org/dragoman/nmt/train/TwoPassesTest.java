package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/** The loss of R-Drop, of which the cross entropy is tested elsewhere; what the divergence adds to it is tested here. */
class TwoPassesTest {

    private static final double TOLERANCE = 1e-5;
    private static final double R_DROP = 5;

    /** What the divergence adds to the sum of the losses, and to its gradients, at a weight of 1. */
    private record Added(double sum, float[] hidden, float[] weight) {

        static Added by(Tensor hidden, Tensor weight) {
            try (var scope = Scope.recording()) {
                var with = loss(hidden, weight, R_DROP);
                var withHidden = hidden.gradient().orElseThrow().toFloats();
                var withWeight = weight.gradient().orElseThrow().toFloats();
                var without = loss(hidden, weight, 0);
                assertThat(with.crossEntropy()).isCloseTo(without.crossEntropy(), within(1e-4));
                var factor = with.tokens() / R_DROP;
                return new Added(
                        (with.smoothed() - without.smoothed()) / R_DROP,
                        difference(withHidden, hidden.gradient().orElseThrow().toFloats(), factor),
                        difference(withWeight, weight.gradient().orElseThrow().toFloats(), factor));
            }
        }

        private static SmoothedCrossEntropy.Loss loss(Tensor hidden, Tensor weight, double rDrop) {
            hidden.clearGradient();
            weight.clearGradient();
            var half = Math.toIntExact(hidden.size(0)) / 2;
            var targets = new int[2 * half];
            Arrays.setAll(targets, row -> row % half % Math.toIntExact(weight.size(0)));
            var loss = new SmoothedCrossEntropy(0.1, rDrop).of(hidden, weight, Tensor.indices(targets));
            loss.objective().backward();
            return loss;
        }

        private static float[] difference(float[] with, float[] without, double factor) {
            var difference = new float[with.length];
            for (var i = 0; i < difference.length; i++) {
                difference[i] = (float) ((with[i] - without[i]) * factor);
            }
            return difference;
        }
    }

    @Test
    void valueAndGradientsAreThoseOfPyTorch() {
        var fixture = Fixture.read("divergence");
        try (var scope = Scope.open()) {
            var hidden = Tensor.concat(0, List.of(tensor(fixture, "inputs/first"), tensor(fixture, "inputs/second")))
                    .trainable();
            var added = Added.by(hidden, tensor(fixture, "parameters/weight").trainable());
            var half = added.hidden.length / 2;
            fixture.assertClose(new float[] {(float) added.sum}, "outputs/sum", TOLERANCE);
            fixture.assertClose(Arrays.copyOf(added.hidden, half), "gradients/first", TOLERANCE);
            fixture.assertClose(Arrays.copyOfRange(added.hidden, half, 2 * half), "gradients/second", TOLERANCE);
            fixture.assertClose(added.weight, "gradients/weight", TOLERANCE);
        }
    }

    private static Tensor tensor(Fixture fixture, String path) {
        return Tensor.of(fixture.floats(path), fixture.shape(path));
    }

    @Test
    void passesThatAgreeHaveNone() {
        try (var scope = Scope.open()) {
            var pass = Tensor.of(Initializer.normal(1).values(1, 5, 4), 5, 4);
            var hidden = Tensor.concat(0, List.of(pass, pass)).trainable();
            var weight = Tensor.of(Initializer.normal(1).values(2, 7, 4), 7, 4).trainable();
            var added = Added.by(hidden, weight);
            assertThat(added.sum).isCloseTo(0, within(TOLERANCE));
            assertThat(added.weight).containsOnly(new float[] {0}, within(1e-5f));
        }
    }

    /** 1,100 rows a pass are five chunks; parts of 220 rows are one each, and what all add is the sum of what they add. */
    @Test
    void chunksChangeNothing() {
        var rows = 1100;
        var each = 220;
        try (var scope = Scope.open()) {
            var first = Tensor.of(Initializer.normal(1).values(1, rows, 4), rows, 4);
            var second = Tensor.of(Initializer.normal(1).values(2, rows, 4), rows, 4);
            var weight = Tensor.of(Initializer.normal(1).values(3, 7, 4), 7, 4).trainable();
            var whole = Added.by(Tensor.concat(0, List.of(first, second)).trainable(), weight);
            var sum = 0.0;
            var weightSum = new float[whole.weight.length];
            for (var from = 0; from < rows; from += each) {
                var passes = List.of(first.slice(0, from, from + each), second.slice(0, from, from + each));
                var part = Added.by(Tensor.concat(0, passes).trainable(), weight);
                sum += part.sum;
                for (var i = 0; i < weightSum.length; i++) {
                    weightSum[i] += part.weight[i];
                }
                assertThat(Arrays.copyOfRange(whole.hidden, 4 * from, 4 * (from + each)))
                        .containsExactly(Arrays.copyOf(part.hidden, 4 * each), within(1e-4f));
                assertThat(Arrays.copyOfRange(whole.hidden, 4 * (rows + from), 4 * (rows + from + each)))
                        .containsExactly(Arrays.copyOfRange(part.hidden, 4 * each, 8 * each), within(1e-4f));
            }
            assertThat(sum).isPositive();
            assertThat(whole.sum).isCloseTo(sum, withinPercentage(1e-3));
            assertThat(whole.weight).containsExactly(weightSum, within(1e-3f * largest(weightSum)));
        }
    }

    private static float largest(float[] values) {
        var largest = 0f;
        for (var value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
