package org.dragoman.nmt.attention;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every score with every window against the papers' equations, written out in Python one query and one source at a time; see the script of
 * the fixtures.
 */
class AttentionReferenceTest {

    private static final double TOLERANCE = 1e-5;
    private static final int[] LENGTHS = {4, 2, 3};
    private static final int SIZE = 6; // of queries and states

    static Stream<Arguments> combinations() {
        var scores = List.of(
                new ScoreConfig.Additive(5, false),
                new ScoreConfig.Additive(5, true),
                new ScoreConfig.Concat(5),
                new ScoreConfig.General(),
                new ScoreConfig.Dot(),
                new ScoreConfig.ScaledDot(),
                new ScoreConfig.Cosine(),
                new ScoreConfig.Location(7));
        var windows = List.of(new WindowConfig.Global(), new WindowConfig.LocalM(1), new WindowConfig.LocalP(1));
        return scores.stream().flatMap(score -> windows.stream().map(window -> Arguments.of(score, window)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("combinations")
    void contextWeightsAndGradientsAreThoseOfTheEquations(ScoreConfig score, WindowConfig window) {
        var config = new AttentionConfig(score, window, 1, false);
        var fixture = Fixture.read(
                "attention-" + score.type() + (config.hasCoverage() ? "-coverage" : "") + "-" + window.type());
        try (var parameters = new Parameters(1);
                var scope = Scope.recording()) {
            var attention = config.build(parameters, "attention", SIZE, SIZE);
            parameters.load(fixture.parameters("attention."), "the fixture");
            parameters.train();
            var query = input(fixture, "query");
            var states = input(fixture, "memory");
            var covered = config.hasCoverage() ? Optional.of(input(fixture, "coverage")) : Optional.<Tensor>empty();
            var attended = attention.attend(
                    new Query(query, Tensor.of(new float[] {0, 3}, 1, 2, 1), covered),
                    attention.project(states, true, LENGTHS));
            fixture.assertClose(attended.weights().toFloats(), "outputs/weights", TOLERANCE);
            fixture.assertClose(attended.context().toFloats(), "outputs/context", TOLERANCE);
            attended.context()
                    .mul(Tensor.of(fixture.floats("cotangents/context"), 3, 2, SIZE))
                    .sum()
                    .backward();
            assertGradient(fixture, query, "query");
            assertGradient(fixture, states, "memory");
            covered.ifPresent(counts -> assertGradient(fixture, counts, "coverage"));
            parameters
                    .byName()
                    .forEach((name, tensor) -> assertGradient(fixture, tensor, name.substring("attention.".length())));
        }
    }

    private static Tensor input(Fixture fixture, String name) {
        return Tensor.of(fixture.floats("inputs/" + name), fixture.shape("inputs/" + name))
                .trainable();
    }

    private static void assertGradient(Fixture fixture, Tensor tensor, String name) {
        fixture.assertClose(tensor.gradient().orElseThrow().toFloats(), "gradients/" + name, TOLERANCE);
    }
}
