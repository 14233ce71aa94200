package org.dragoman.nmt.train;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.model.VocabularySizes;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

/** A whole Transformer with its loss against the same network of PyTorch's modules; see the fixtures' script. */
class TransformerReferenceTest {

    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @ValueSource(strings = {"transformer-pre-norm", "transformer-post-norm"})
    void logitsLossAndEveryGradientEqualPyTorchs(String name) {
        var fixture = Fixture.read(name);
        try (var parameters = new Parameters(1);
                var scope = Scope.recording()) {
            var model = build(fixture, parameters);
            parameters.load(fixture.parameters(""), name);
            parameters.train();

            var hidden = model.encode(source(fixture), false).teacherForced(target(fixture, "decoderInput"), false);
            fixture.assertCloseWhere(
                    "inputs/targetMask", hidden.linear(model.outputWeight()).toFloats(), "outputs/logits", TOLERANCE);

            var real = real(fixture.longs("inputs/targetMask"));
            var loss = new SmoothedCrossEntropy(fixture.config("labelSmoothing").doubleValue())
                    .of(hidden.reshape(-1, hidden.size(-1)).rows(real), model.outputWeight(), targets(fixture));
            fixture.assertClose(new float[] {(float) (loss.smoothed() / loss.tokens())}, "outputs/loss", TOLERANCE);

            loss.objective().backward();
            parameters
                    .byName()
                    .forEach((parameter, tensor) -> fixture.assertClose(
                            tensor.gradient().orElseThrow().toFloats(), "gradients/" + parameter, TOLERANCE));
        }
    }

    private static EncoderDecoder build(Fixture fixture, Parameters parameters) {
        var config = new TransformerConfig(
                fixture.config("size").intValue(),
                fixture.config("heads").intValue(),
                fixture.config("innerSize").intValue(),
                2,
                2,
                0,
                0,
                fixture.config("preNorm").booleanValue(),
                Activation.RELU,
                Positions.INTERLEAVED,
                true,
                fixture.config("epsilon").doubleValue(),
                Tying.ALL);
        var vocabulary = fixture.config("vocabulary").intValue();
        return config.build(new VocabularySizes(List.of(vocabulary), vocabulary, true), parameters);
    }

    private static Source source(Fixture fixture) {
        var shape = fixture.shape("inputs/source");
        var mask = fixture.longs("inputs/sourceMask");
        var lengths = IntStream.range(0, (int) shape[0])
                .map(row -> (int) IntStream.range(0, (int) shape[1])
                        .filter(s -> mask[row * (int) shape[1] + s] == 1)
                        .count())
                .toArray();
        return new Source(List.of(Tensor.of(fixture.longs("inputs/source"), shape)), lengths);
    }

    private static Tensor target(Fixture fixture, String name) {
        return Tensor.of(fixture.longs("inputs/" + name), fixture.shape("inputs/" + name));
    }

    private static int[] places(long[] mask) {
        return IntStream.range(0, mask.length).filter(i -> mask[i] == 1).toArray();
    }

    private static Tensor real(long[] mask) {
        return Tensor.indices(places(mask));
    }

    private static Tensor targets(Fixture fixture) {
        var all = fixture.longs("inputs/target");
        return Tensor.indices(IntStream.of(places(fixture.longs("inputs/targetMask")))
                .map(place -> (int) all[place])
                .toArray());
    }
}
