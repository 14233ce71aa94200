package org.dragoman.nmt.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.tensor.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names, start values and tiny cases by hand. */
class SmallLayersTest {

    private final Parameters parameters = new Parameters(1);
    private Scope scope;

    @BeforeEach
    void open() {
        scope = Scope.open();
    }

    @AfterEach
    void free() {
        scope.close();
        parameters.close();
    }

    private float largest(String name) {
        var largest = 0f;
        for (var value : parameters.byName().get(name).toFloats()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    @Test
    void aLinearMapStartsWithGlorotsWeightAndNoBias() {
        Linear.of(parameters, "map", 20, 30);
        assertThat(parameters.byName().keySet()).containsExactly("map.weight", "map.bias");
        assertThat(parameters.byName().get("map.weight").shape()).containsExactly(30, 20);
        assertThat(largest("map.weight")).isBetween(0.33f, 0.34642f); // sqrt(6 / 50)
        assertThat(parameters.byName().get("map.bias").toFloats()).hasSize(30).containsOnly(0);
    }

    @Test
    void packedProjectionsStartAsIfTheyWereApart() {
        new SelfAttention(parameters, "attention", 20, 2);
        assertThat(parameters.byName().get("attention.qkv.weight").shape()).containsExactly(60, 20);
        assertThat(largest("attention.qkv.weight")).isBetween(0.37f, 0.3873f); // sqrt(6 / 40), not sqrt(6 / 80)
    }

    @Test
    void aLayerNormStartsAsPlainNormalisation() {
        var norm = new LayerNorm(parameters, "norm", 2, 1e-6);
        assertThat(norm.apply(Tensor.of(new float[] {1, 5}, 1, 2)).toFloats())
                .containsExactly(new float[] {-1, 1}, within(1e-5f));
    }

    @Test
    void embeddingsAreRowsTimesTheScale() {
        var embedding = new Embedding(parameters, "words", 5, 4, 3);
        var table = embedding.weight().toFloats();
        var found = embedding.apply(Tensor.of(new long[] {4, 1}, 1, 2));
        assertThat(found.shape()).containsExactly(1, 2, 4);
        for (var i = 0; i < 4; i++) {
            assertThat(found.toFloats()[i]).isEqualTo(3 * table[4 * 4 + i]);
            assertThat(found.toFloats()[4 + i]).isEqualTo(3 * table[4 + i]);
        }
    }

    @Test
    void normFirstKeepsThePathAroundTheLayerFree() {
        var residual = new Residual(parameters, "norm", 2, 1e-6, true, 0.5);
        var x = Tensor.of(new float[] {1, 5}, 1, 2);
        assertThat(residual.before(x).toFloats()).containsExactly(new float[] {-1, 1}, within(1e-5f));
        assertThat(residual.after(x, Tensor.full(10, 1, 2), false).toFloats()).containsExactly(11, 15);
    }

    @Test
    void normLastNormalisesTheSum() {
        var residual = new Residual(parameters, "norm", 2, 1e-6, false, 0.5);
        var x = Tensor.of(new float[] {1, 5}, 1, 2);
        assertThat(residual.before(x).toFloats()).containsExactly(1, 5);
        assertThat(residual.after(x, Tensor.full(10, 1, 2), false).toFloats())
                .containsExactly(new float[] {-1, 1}, within(1e-5f));
    }

    @Test
    void dropoutIsOnTheLayersResultAndInTrainingOnly() {
        Torch.seed(1);
        var residual = new Residual(parameters, "norm", 2, 1e-6, true, 0.5);
        var x = Tensor.full(3, 500, 2);
        var y = Tensor.full(10, 500, 2);
        assertThat(residual.after(x, y, false).toFloats()).containsOnly(13);
        assertThat(residual.after(x, y, true).toFloats()).containsOnly(3, 23);
    }

    @Test
    void attentionDropoutLeavesTheReportedWeightsWhole() {
        Torch.seed(1);
        var attention = new SelfAttention(parameters, "attention", 4, 2);
        var x = Tensor.of(new float[] {1, 2, 3, 4, 4, 3, 2, 1, 0, 1, 0, 2}, 1, 3, 4);
        var mask = Masks.padding(new int[] {3}, 3);
        var plain = attention.apply(x, mask, 0);
        var dropped = attention.apply(x, mask, 0.5);
        assertThat(dropped.weights().toFloats()).containsExactly(plain.weights().toFloats());
        assertThat(dropped.context().toFloats()).isNotEqualTo(plain.context().toFloats());
    }
}
