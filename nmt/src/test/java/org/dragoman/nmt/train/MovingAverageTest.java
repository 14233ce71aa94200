package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.NativeArrays;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Safetensors;
import org.dragoman.nmt.tensor.SafetensorsBytes;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.weights.SafetensorsFile;
import org.dragoman.nmt.weights.TensorFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

class MovingAverageTest {

    private final Parameters parameters = new Parameters(1);

    @AfterEach
    void free() {
        parameters.close();
    }

    private float[] of(MovingAverage average) {
        return average.weights().get("a").toFloats();
    }

    private static TensorFile file(Map<String, Tensor> averages) {
        return SafetensorsFile.of(SafetensorsBytes.of(averages, Safetensors.Precision.F32), "averages");
    }

    /**
     * From 1, with weights of 3 and then 5: after update 1 the old average has a share of 2/11, which gives 2/11 + 27/11 = 29/11; after update
     * 2 it has 3/12, which gives 29/44 + 165/44 = 194/44. With a decay of 0.1 it has 0.1: 0.1 + 2.7 = 2.8, and 0.28 + 4.5 = 4.78.
     */
    @Test
    void forgetsTheBeginningFasterThanTheRest() {
        var parameter = parameters.make("a", Initializer.constant(1), 1);
        var slow = new MovingAverage(0.999, parameters);
        var fast = new MovingAverage(0.1, parameters);
        parameter.setInPlace(new float[] {3});
        slow.follow(1);
        fast.follow(1);
        assertThat(of(slow)).containsExactly(new float[] {29 / 11f}, within(1e-6f));
        assertThat(of(fast)).containsExactly(new float[] {2.8f}, within(1e-6f));
        parameter.setInPlace(new float[] {5});
        slow.follow(2);
        fast.follow(2);
        assertThat(of(slow)).containsExactly(new float[] {194 / 44f}, within(1e-6f));
        assertThat(of(fast)).containsExactly(new float[] {4.78f}, within(1e-6f));
    }

    @Test
    void takesThePlaceOfTheWeightsForAWhile() {
        var parameter = parameters.make("a", Initializer.constant(1), 1);
        var average = new MovingAverage(0.1, parameters);
        parameter.setInPlace(new float[] {3});
        assertThat(average.during(parameter::toFloats)).containsExactly(1);
        assertThat(parameter.toFloats()).containsExactly(3);
        assertThat(of(average)).containsExactly(1);
    }

    @Test
    void goesOnFromACheckpointAndRefusesOneWithoutAverages() {
        parameters.make("a", Initializer.constant(1), 1);
        var average = new MovingAverage(0.1, parameters);
        try (var others = new Parameters(2)) {
            others.make("a", Initializer.constant(7), 1);
            average.restore(file(new MovingAverage(0.1, others).weights()));
        }
        assertThat(of(average)).containsExactly(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> average.restore(file(Map.of())))
                .withMessage("averages does not fit the model's configuration: 'a' is missing");
    }

    @Test
    void leavesNothingInNativeMemory() {
        var parameter = parameters.make("a", Initializer.constant(1), 2);
        parameters.train();
        var average = new MovingAverage(0.9, parameters);
        var before = NativeArrays.beside(parameter);
        for (var step = 1; step <= 10; step++) {
            average.follow(step);
        }
        assertThat(NativeArrays.beside(parameter)).isEqualTo(before);
    }
}
