package org.dragoman.nmt.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link AdditiveAttention} inside {@link Attention}. */
class AdditiveAttentionTest {

    private static final double TOLERANCE = 1e-5;
    private static final int[] LENGTHS = {2, 4, 3};

    private final Fixture fixture = Fixture.read("attention-additive");
    private final Parameters parameters = new Parameters(1);
    private final Attention attention = new Attention(new AdditiveAttention(parameters, "score", 3, 6, 5));
    private Scope scope;

    @BeforeEach
    void loadTheReferenceWeights() {
        parameters.load(fixture.parameters("score."), "the fixture");
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
    void contextWeightsAndGradientsAreThoseOfPyTorch() {
        var query = reference("inputs/query").trainable();
        var memory = reference("inputs/memory").trainable();
        var attended = attention.attend(query.unsqueeze(1), attention.project(memory, LENGTHS));
        attended.context().squeeze(1).mul(reference("cotangents/context")).sum().backward();
        fixture.assertClose(attended.weights().toFloats(), "outputs/weights", TOLERANCE);
        fixture.assertClose(attended.context().toFloats(), "outputs/context", TOLERANCE);
        fixture.assertClose(query.gradient().orElseThrow().toFloats(), "gradients/query", TOLERANCE);
        fixture.assertClose(memory.gradient().orElseThrow().toFloats(), "gradients/memory", TOLERANCE);
        for (var name : fixture.names("parameters")) {
            var gradient = parameters.byName().get("score." + name).gradient().orElseThrow();
            fixture.assertClose(gradient.toFloats(), "gradients/" + name, TOLERANCE);
        }
    }

    @Test
    void weightsAreExactlyZeroAtPaddingAndSumToOne() {
        var weights = attention
                .attend(reference("inputs/query").unsqueeze(1), memory())
                .weights();
        assertThat(weights.slice(0, 0, 1).slice(3, 2, 4).reshape(2).toFloats()).containsOnly(0);
        assertThat(weights.slice(0, 2, 3).slice(3, 3, 4).reshape(1).toFloats()).containsOnly(0);
        assertThat(weights.sum(-1).toFloats()).containsExactly(new float[] {1, 1, 1}, within(1e-6f));
    }

    @Test
    void severalQueriesToASentenceAreAnsweredAsEachAlone() {
        var queries = Tensor.of(Initializer.normal(1).values(3, 3, 2, 3), 3, 2, 3);
        var together = attention.attend(queries, memory());
        assertThat(together.context().shape()).containsExactly(3, 2, 6);
        assertThat(together.weights().shape()).containsExactly(3, 1, 2, 4);
        for (var k = 0; k < 2; k++) {
            var alone = attention.attend(queries.slice(1, k, k + 1), memory());
            assertThat(together.context().slice(1, k, k + 1).reshape(18).toFloats())
                    .containsExactly(alone.context().toFloats(), within(1e-6f));
            assertThat(together.weights().slice(2, k, k + 1).reshape(12).toFloats())
                    .containsExactly(alone.weights().toFloats(), within(1e-6f));
        }
    }

    @Test
    void aMemoryOfChosenSentencesAnswersAsTheWholeOneDid() {
        var query = reference("inputs/query").unsqueeze(1);
        var all = attention.attend(query, memory()).context();
        var chosen = Tensor.indices(0, 2);
        var some =
                attention.attend(query.select(chosen), memory().select(chosen)).context();
        assertThat(some.toFloats()).containsExactly(all.select(chosen).toFloats(), within(1e-6f));
    }

    private Attention.Memory memory() {
        return attention.project(reference("inputs/memory"), LENGTHS);
    }
}
