package org.dragoman.nmt.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Expected values are worked out by hand or are those of the function's definition. */
class TensorTest {

    private static final Offset<Float> CLOSE = within(1e-6f);

    private Scope scope;

    @BeforeEach
    void open() {
        scope = Scope.open();
    }

    @AfterEach
    void free() {
        scope.close();
    }

    private static Tensor vector(double... values) {
        return matrix(values.length, values).reshape(values.length);
    }

    /** Rows of {@code width} values. */
    private static Tensor matrix(int width, double... values) {
        var floats = new float[values.length];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.of(floats, values.length / width, width);
    }

    /** 0, 1, 2 and so on. */
    private static Tensor counting(long... shape) {
        var size = (int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        var values = new float[size];
        for (var i = 0; i < size; i++) {
            values[i] = i;
        }
        return Tensor.of(values, shape);
    }

    // ---------------------------------------------------------------------------------------------- making, reading

    @Test
    void holdsWhatItWasMadeOf() {
        var floats = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        assertThat(floats.shape()).containsExactly(2, 3);
        assertThat(floats.toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Tensor.of(new long[] {1L << 40, -7}, 2, 1).toLongs()).containsExactly(1L << 40, -7);
        assertThat(Tensor.indices(3, 1).toLongs()).containsExactly(3, 1);
        assertThat(Tensor.full(0.5, 2).toFloats()).containsExactly(0.5f, 0.5f);
        assertThat(Tensor.zeros(1, 2).toFloats()).containsExactly(0, 0);
        assertThat(Tensor.full(7).item()).isEqualTo(7); // no dimension at all
    }

    @Test
    void aLaterChangeOfTheJavaArrayDoesNotMatter() {
        var values = new float[] {1, 2};
        var tensor = Tensor.of(values, 2);
        values[0] = 9;
        assertThat(tensor.toFloats()).containsExactly(1, 2);
    }

    @Test
    void refusesAShapeWithAnotherNumberOfPlaces() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(new float[5], 2, 3))
                .withMessage("shape [2, 3] needs 6 values, got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(new long[5], 2, 3))
                .withMessage("shape [2, 3] needs 6 values, got 5");
    }

    @Test
    void sizesCountFromBothEnds() {
        var tensor = Tensor.zeros(2, 3, 5);
        assertThat(tensor.size(0)).isEqualTo(2);
        assertThat(tensor.size(-1)).isEqualTo(5);
        assertThat(tensor.size(-3)).isEqualTo(2);
    }

    @Test
    void theShapeThatIsHandedOutIsACopy() {
        var tensor = Tensor.zeros(2, 3);
        tensor.shape()[0] = 99;
        assertThat(tensor.shape()).containsExactly(2, 3);
        assertThat(tensor).hasToString("Tensor[2, 3]");
    }

    @Test
    void aSingleValueIsAskedOfATensorWithOnePlaceOnly() {
        assertThat(Tensor.of(new float[] {2.5f}, 1, 1).item()).isEqualTo(2.5);
        assertThatIllegalStateException()
                .isThrownBy(() -> Tensor.zeros(2, 3).item())
                .withMessage("item needs a tensor with one value, this one has shape [2, 3]");
    }

    @Test
    void aTensorWhoseMemoryIsInAnotherOrderIsReadInItsOwn() {
        var transposed = counting(2, 3).transpose(0, 1);
        var target = new float[7];
        transposed.copyTo(target);
        assertThat(target).containsExactly(0, 3, 1, 4, 2, 5, 0);
        assertThat(transposed.toFloats()).containsExactly(0, 3, 1, 4, 2, 5);
    }

    // ---------------------------------------------------------------------------------------------- arithmetic

    @Test
    void operandsBroadcast() {
        var table = matrix(2, 1, 2, 3, 4);
        assertThat(table.add(vector(10, 20)).toFloats()).containsExactly(11, 22, 13, 24);
        assertThat(table.sub(matrix(1, 1, 3)).toFloats()).containsExactly(0, 1, 0, 1);
        assertThat(table.mul(table).toFloats()).containsExactly(1, 4, 9, 16);
        assertThat(table.div(vector(2, 4)).toFloats()).containsExactly(0.5f, 0.5f, 1.5f, 1);
        assertThat(table.scale(-0.5).toFloats()).containsExactly(-0.5f, -1, -1.5f, -2);
        assertThat(table.shift(0.25).toFloats()).containsExactly(1.25f, 2.25f, 3.25f, 4.25f);
    }

    @Test
    void functionsAreThoseOfMathematics() {
        var x = vector(-1, 0, 1);
        var e = (float) Math.E;
        assertThat(x.exp().toFloats()).containsExactly(new float[] {1 / e, 1, e}, CLOSE);
        assertThat(vector(1, Math.E).log().toFloats()).containsExactly(new float[] {0, 1}, CLOSE);
        assertThat(vector(-3, 2).square().toFloats()).containsExactly(9, 4);
        var tanh = (float) Math.tanh(1);
        assertThat(x.tanh().toFloats()).containsExactly(new float[] {-tanh, 0, tanh}, CLOSE);
        assertThat(x.sigmoid().toFloats()).containsExactly(new float[] {1 / (1 + e), 0.5f, e / (1 + e)}, CLOSE);
        assertThat(x.relu().toFloats()).containsExactly(0, 0, 1);
        assertThat(x.silu().toFloats()).containsExactly(new float[] {-1 / (1 + e), 0, e / (1 + e)}, CLOSE);
    }

    /** x times the normal distribution's share below x: 0.841345 at 1, 0.977250 at 2; its approximation by tanh has 0.841192. */
    @Test
    void geluIsTheExactForm() {
        assertThat(vector(-1, 0, 1, 2).gelu().toFloats())
                .containsExactly(new float[] {-0.158655f, 0, 0.841345f, 1.954500f}, CLOSE);
    }

    @Test
    void operationsInPlaceChangeTheirTensor() {
        var x = vector(1, 2);
        x.addInPlace(vector(10, 20));
        assertThat(x.toFloats()).containsExactly(11, 22);
        x.mulInPlace(vector(2, 0));
        assertThat(x.toFloats()).containsExactly(22, 0);
    }

    @Test
    void settingOverwritesTensorsOfAnyShape() {
        var vector = vector(1, 2);
        vector.setInPlace(new float[] {3, 4});
        assertThat(vector.toFloats()).containsExactly(3, 4);
        var cube = Tensor.zeros(1, 2, 2);
        cube.setInPlace(new float[] {1, 2, 3, 4});
        assertThat(cube.toFloats()).containsExactly(1, 2, 3, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cube.setInPlace(new float[3]))
                .withMessage("shape [1, 2, 2] needs 4 values, got 3");
    }

    // ---------------------------------------------------------------------------------------------- products

    @Test
    void matrixProductsBroadcastTheOtherDimensions() {
        var a = matrix(2, 1, 2, 3, 4);
        assertThat(a.matMul(matrix(2, 5, 6, 7, 8)).toFloats()).containsExactly(19, 22, 43, 50);
        var two = Tensor.stack(0, List.of(a, a.scale(10)));
        assertThat(two.matMul(matrix(1, 1, -1)).shape()).containsExactly(2, 2, 1);
        assertThat(two.matMul(matrix(1, 1, -1)).toFloats()).containsExactly(-1, -1, -10, -10);
    }

    @Test
    void aLinearMapMultipliesByTheTransposedWeight() {
        var x = matrix(2, 1, 2, 3, 4).reshape(1, 2, 2);
        var weight = matrix(2, 1, 0, 0, 1, 1, 1); // three outputs: first, second, sum
        assertThat(x.linear(weight).shape()).containsExactly(1, 2, 3);
        assertThat(x.linear(weight).toFloats()).containsExactly(1, 2, 3, 3, 4, 7);
        assertThat(x.linear(weight, vector(10, 20, 30)).toFloats()).containsExactly(11, 22, 33, 13, 24, 37);
    }

    // ---------------------------------------------------------------------------------------------- rows

    @Test
    void rowsAreLookedUpByIdsOfAnyShape() {
        var table = counting(3, 2);
        var found = table.rows(Tensor.of(new long[] {2, 0, 0, 1}, 2, 2));
        assertThat(found.shape()).containsExactly(2, 2, 2);
        assertThat(found.toFloats()).containsExactly(4, 5, 0, 1, 0, 1, 2, 3);
    }

    @Test
    void selectTakesPlacesOfTheFirstDimensionOfAnyShape() {
        var chosen = Tensor.indices(2, 0, 2);
        assertThat(counting(3).select(chosen).toFloats()).containsExactly(2, 0, 2);
        assertThat(counting(3, 2).select(chosen).toFloats()).containsExactly(4, 5, 0, 1, 4, 5);
        var cube = counting(3, 2, 2);
        assertThat(cube.select(chosen).shape()).containsExactly(3, 2, 2);
        assertThat(cube.select(Tensor.indices(1)).toFloats()).containsExactly(4, 5, 6, 7);
        assertThat(counting(2, 1, 1, 2).select(Tensor.indices(1, 1, 0)).toFloats())
                .containsExactly(2, 3, 2, 3, 0, 1);
    }

    @Test
    void selectLeavesTheTensorItselfAsItWas() {
        var cube = counting(3, 2, 2);
        cube.select(Tensor.indices(1));
        assertThat(cube.shape()).containsExactly(3, 2, 2);
        assertThat(cube.select(Tensor.indices(2)).toFloats()).containsExactly(8, 9, 10, 11);
    }

    @Test
    void pickTakesOnePlaceOfEachRow() {
        var picked = counting(3, 4).pick(Tensor.indices(3, 0, 1));
        assertThat(picked.shape()).containsExactly(3);
        assertThat(picked.toFloats()).containsExactly(3, 4, 9);
    }

    // ---------------------------------------------------------------------------------------------- shape

    @Test
    void dimensionsCanBeChanged() {
        var x = counting(2, 3);
        assertThat(x.reshape(3, -1).shape()).containsExactly(3, 2);
        assertThat(x.transpose(0, 1).toFloats()).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(counting(1, 2, 3).permute(2, 0, 1).shape()).containsExactly(3, 1, 2);
        assertThat(counting(1, 2, 3).permute(2, 0, 1).toFloats()).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(x.unsqueeze(-1).shape()).containsExactly(2, 3, 1);
        assertThat(x.unsqueeze(0).squeeze(0).shape()).containsExactly(2, 3);
        assertThat(x.squeeze(0).shape()).containsExactly(2, 3); // only a dimension of size 1 goes
    }

    @Test
    void slicesAreHalfOpen() {
        assertThat(counting(2, 4).slice(1, 1, 3).toFloats()).containsExactly(1, 2, 5, 6);
        assertThat(counting(2, 4).slice(-1, 0, 1).toFloats()).containsExactly(0, 4);
        assertThat(counting(3, 1).slice(0, 1, 2).shape()).containsExactly(1, 1);
    }

    @Test
    void chunksAreEqualAndJoinToTheWhole() {
        var x = counting(2, 6);
        var chunks = x.chunk(3, -1);
        assertThat(chunks).hasSize(3);
        assertThat(chunks.get(1).toFloats()).containsExactly(2, 3, 8, 9);
        assertThat(Tensor.concat(1, chunks).toFloats()).containsExactly(x.toFloats());
        assertThat(Tensor.concat(0, chunks).shape()).containsExactly(6, 2);
    }

    @Test
    void refusesToCutWhatIsNoMultiple() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counting(2, 7).chunk(3, 1))
                .withMessage("dimension 1 of shape [2, 7] cannot be cut into 3 equal parts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counting(2, 7).chunk(0, 0))
                .withMessage("dimension 0 of shape [2, 7] cannot be cut into 0 equal parts");
    }

    @Test
    void stackingMakesANewDimension() {
        var stacked = Tensor.stack(1, List.of(vector(1, 2, 3), vector(4, 5, 6)));
        assertThat(stacked.shape()).containsExactly(3, 2);
        assertThat(stacked.toFloats()).containsExactly(1, 4, 2, 5, 3, 6);
    }

    // ---------------------------------------------------------------------------------------------- reductions

    @Test
    void reductionsGoOverOneDimensionOrAll() {
        var x = matrix(3, 1, 2, 3, 4, 5, 6);
        assertThat(x.sum().item()).isEqualTo(21);
        assertThat(x.sum(0).toFloats()).containsExactly(5, 7, 9);
        assertThat(x.sum(-1).toFloats()).containsExactly(6, 15);
        assertThat(x.mean(0).toFloats()).containsExactly(2.5f, 3.5f, 4.5f);
        assertThat(x.mean(1).toFloats()).containsExactly(2, 5);
        assertThat(matrix(2, 1, 2, -2, 4).norm().item()).isEqualTo(5);
    }

    /** exp(0) : exp(ln 3) = 1 : 3. */
    @Test
    void softmaxMakesShares() {
        var x = matrix(2, 0, Math.log(3), 100, 100 + Math.log(3));
        assertThat(x.softmax(-1).toFloats()).containsExactly(new float[] {0.25f, 0.75f, 0.25f, 0.75f}, within(1e-5f));
        assertThat(matrix(2, 0, 0, Math.log(3), 0).softmax(0).toFloats())
                .containsExactly(new float[] {0.25f, 0.5f, 0.75f, 0.5f}, CLOSE);
        assertThat(vector(0, Math.log(3)).logSoftmax(-1).exp().toFloats())
                .containsExactly(new float[] {0.25f, 0.75f}, CLOSE);
    }

    @Test
    void softmaxIsExactlyZeroAtAMaskedPlaceAndNeverNotANumber() {
        var masked = vector(2, 5, 2).add(vector(0, -1e9, 0)).softmax(-1);
        assertThat(masked.toFloats()).containsExactly(0.5f, 0, 0.5f);
        assertThat(vector(-1e9, -1e9).softmax(-1).toFloats()).containsExactly(0.5f, 0.5f);
    }

    @Test
    void theGreatestComeFirst() {
        var top = matrix(4, 3, 9, 1, 4, -1, -5, -2, -3).topK(2);
        assertThat(top.values().toFloats()).containsExactly(9, 4, -1, -2);
        assertThat(top.indices().toLongs()).containsExactly(1, 3, 0, 2);
        assertThat(top.indices().shape()).containsExactly(2, 2);
    }

    // ---------------------------------------------------------------------------------------------- layers

    /** Mean 2, variance 1 (not 2, its unbiased estimate), and 3 more under the root: -1/2 and 1/2 before weight and bias. */
    @Test
    void layerNormDividesByTheBiasedDeviation() {
        assertThat(matrix(2, 1, 3, 1, 3)
                        .layerNorm(vector(2, 4), vector(1, 1), 3)
                        .toFloats())
                .containsExactly(new float[] {0, 3, 0, 3}, CLOSE);
    }

    @Test
    void dropoutZeroesSomeAndScalesTheRest() {
        Torch.seed(5);
        var dropped = Tensor.full(3, 10_000).dropout(0.25);
        var kept = 0;
        for (var value : dropped.toFloats()) {
            assertThat(value).isIn(0f, 4f);
            kept += value == 0 ? 0 : 1;
        }
        assertThat(kept).isBetween(7_300, 7_700); // 7,500 expected, seven deviations of 43
        var same = Tensor.full(3, 2);
        assertThat(same.dropout(0)).isSameAs(same);
    }

    @Test
    void theSameSeedRepeatsDropout() {
        Torch.seed(11);
        var first = Tensor.full(1, 64).dropout(0.5).toFloats();
        var second = Tensor.full(1, 64).dropout(0.5).toFloats();
        Torch.seed(11);
        assertThat(Tensor.full(1, 64).dropout(0.5).toFloats()).isEqualTo(first).isNotEqualTo(second);
    }

    // ---------------------------------------------------------------------------------------------- gradients

    @Test
    void gradientsAddUpUntilTheyAreCleared() {
        try (var recording = Scope.recording()) {
            var x = vector(1, 2).trainable();
            assertThat(x.gradient()).isEmpty();
            x.mul(vector(3, 4)).sum().backward();
            assertThat(x.gradient().orElseThrow().toFloats()).containsExactly(3, 4);
            x.square().sum().backward(); // adds 2x
            assertThat(x.gradient().orElseThrow().toFloats()).containsExactly(5, 8);
            x.clearGradient();
            x.sum().backward();
            assertThat(x.gradient().orElseThrow().toFloats()).containsExactly(1, 1);
        }
    }

    @Test
    void clearingWhatHasNoGradientDoesNothing() {
        var x = vector(1, 2).trainable();
        x.clearGradient();
        assertThat(x.gradient()).isEmpty();
    }

    @Test
    void clearingGradientsLeavesNothingInNativeMemory() {
        var x = vector(1, 2).trainable();
        try (var recording = Scope.recording()) {
            x.sum().backward();
        }
        var before = NativeArrays.beside(x);
        for (var i = 0; i < 100; i++) {
            x.clearGradient();
        }
        assertThat(NativeArrays.beside(x)).isEqualTo(before);
    }

    @Test
    void noGradientFlowsThroughADetachedTensor() {
        try (var recording = Scope.recording()) {
            var x = vector(3, 5).trainable();
            x.mul(x.detach()).sum().backward();
            assertThat(x.gradient().orElseThrow().toFloats()).containsExactly(3, 5); // not 2x
        }
    }

    @Test
    void onlyASingleValueHasGradients() {
        try (var recording = Scope.recording()) {
            var x = vector(3, 5).trainable();
            assertThatIllegalStateException()
                    .isThrownBy(() -> x.square().backward())
                    .withMessage("backward needs a tensor with one value, this one has shape [2]");
        }
    }

    @Test
    void aTrainableTensorCanBeOverwrittenWhileItIsRecorded() {
        try (var recording = Scope.recording()) {
            var x = vector(1, 2).trainable();
            x.setInPlace(new float[] {3, 4});
            x.square().sum().backward();
            assertThat(x.gradient().orElseThrow().toFloats()).containsExactly(6, 8);
        }
    }
}
