package org.dragoman.nmt.train;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.model.LanguageModelConfig;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.model.VocabularySizes;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A whole language model with its loss against the same network of PyTorch's modules; see the fixtures' script. */
class LanguageModelReferenceTest {

    private static final double TOLERANCE = 1e-5;
    private static final int ROWS = 3;
    private static final int WIDTH = 5;

    private final Fixture fixture = Fixture.read("language-model");

    private LanguageModelConfig config() {
        var layers = fixture.config("layers").intValue();
        return new LanguageModelConfig(new TransformerConfig(
                fixture.config("size").intValue(),
                fixture.config("heads").intValue(),
                fixture.config("innerSize").intValue(),
                layers,
                layers,
                0,
                0,
                true,
                Activation.GELU,
                Positions.INTERLEAVED,
                true,
                fixture.config("epsilon").doubleValue(),
                Tying.TARGET));
    }

    private VocabularySizes sizes() {
        var vocabulary = fixture.config("vocabulary").intValue();
        return new VocabularySizes(List.of(vocabulary), vocabulary, true);
    }

    private static Source nothing() {
        return new Source(List.of(Tensor.of(new long[] {3, 3, 3}, ROWS, 1)), new int[] {1, 1, 1});
    }

    private Tensor input() {
        return Tensor.of(fixture.longs("inputs/decoderInput"), ROWS, WIDTH);
    }

    @Test
    void logitsLossAndEveryGradientEqualPyTorchs() {
        try (var parameters = new Parameters(1);
                var scope = Scope.recording()) {
            var model = config().build(sizes(), parameters);
            parameters.load(fixture.parameters(""), "the fixture");
            parameters.train();

            var hidden = model.encode(nothing(), false).teacherForced(input(), false);
            fixture.assertCloseWhere(
                    "inputs/targetMask", hidden.linear(model.outputWeight()).toFloats(), "outputs/logits", TOLERANCE);

            var mask = fixture.longs("inputs/targetMask");
            var places =
                    IntStream.range(0, mask.length).filter(i -> mask[i] == 1).toArray();
            var targets = fixture.longs("inputs/target");
            var loss = new SmoothedCrossEntropy(0)
                    .of(
                            hidden.reshape(-1, hidden.size(-1)).rows(Tensor.indices(places)),
                            model.outputWeight(),
                            Tensor.indices(IntStream.of(places)
                                    .map(place -> (int) targets[place])
                                    .toArray()));
            fixture.assertClose(new float[] {(float) (loss.crossEntropy() / loss.tokens())}, "outputs/loss", TOLERANCE);

            loss.objective().backward();
            parameters
                    .byName()
                    .forEach((parameter, tensor) -> fixture.assertClose(
                            tensor.gradient().orElseThrow().toFloats(), "gradients/" + parameter, TOLERANCE));
        }
    }

    @Test
    void stepByStepTheLogitsAreTheSame() {
        try (var parameters = new Parameters(1);
                var scope = Scope.open()) {
            var model = config().build(sizes(), parameters);
            parameters.load(fixture.parameters(""), "the fixture");
            var state = model.encode(nothing(), false).start();
            var steps = new ArrayList<Tensor>();
            for (var t = 0; t < WIDTH; t++) {
                var step = state.step(input().slice(1, t, t + 1).squeeze(1));
                steps.add(step.logits());
                state = step.next();
            }
            fixture.assertCloseWhere(
                    "inputs/targetMask", Tensor.stack(1, steps).toFloats(), "outputs/logits", TOLERANCE);
        }
    }
}
