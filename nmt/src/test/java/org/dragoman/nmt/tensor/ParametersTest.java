package org.dragoman.nmt.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.dragoman.nmt.weights.Recipe;
import org.dragoman.nmt.weights.SafetensorsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

class ParametersTest {

    private static final Initializer NORMAL = Initializer.normal(1);

    private final Parameters parameters = new Parameters(1);

    @AfterEach
    void free() {
        parameters.close();
    }

    private void makeTwo() {
        parameters.make("a", NORMAL, 2, 3);
        parameters.make("b", NORMAL, 4);
    }

    @Test
    void initialValuesDoNotDependOnTheOrderOfTheLayers() {
        makeTwo();
        try (var other = new Parameters(1)) {
            other.make("b", NORMAL, 4);
            other.make("a", NORMAL, 2, 3);
            assertThat(other.weights()).isEqualTo(parameters.weights());
        }
    }

    @Test
    void initialValuesDependOnSeedAndName() {
        makeTwo();
        assertThat(parameters.make("c", NORMAL, 4).toFloats())
                .isNotEqualTo(parameters.byName().get("b").toFloats());
        try (var other = new Parameters(2)) {
            assertThat(other.make("b", NORMAL, 4).toFloats())
                    .isNotEqualTo(parameters.byName().get("b").toFloats());
        }
    }

    @Test
    void namesAreInTheOrderOfMakingAndCounted() {
        makeTwo();
        parameters.companion(new float[100], 100); // is none
        assertThat(parameters.byName().keySet()).containsExactly("a", "b");
        assertThat(parameters.count()).isEqualTo(2 * 3 + 4);
    }

    @Test
    void refusesANameThatIsTaken() {
        makeTwo();
        assertThatIllegalStateException()
                .isThrownBy(() -> parameters.make("a", NORMAL, 1))
                .withMessage("the parameter 'a' is made twice");
    }

    @Test
    void weightsComeBackAsTheyWere() {
        makeTwo();
        var weights = parameters.weights();
        try (var other = new Parameters(9)) {
            other.make("a", NORMAL, 2, 3);
            other.make("b", NORMAL, 4);
            other.load(weights, "test");
            assertThat(other.weights()).isEqualTo(weights);
        }
    }

    @Test
    void weightsAreCopies() {
        makeTwo();
        var before = parameters.byName().get("b").toFloats();
        parameters.weights().get("b").values()[0] = 99;
        assertThat(parameters.byName().get("b").toFloats()).isEqualTo(before);
    }

    @Test
    void refusesWeightsWithEveryProblemInOneMessageAndChangesNothing() {
        makeTwo();
        parameters.make("c", NORMAL, 1);
        var before = parameters.weights();
        var weights = new LinkedHashMap<String, Weights>();
        weights.put("x", new Weights(new long[] {1}, new float[1]));
        weights.put("a", new Weights(new long[] {3, 2}, new float[6]));
        weights.put("c", new Weights(new long[] {1}, new float[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters.load(weights, "old.safetensors"))
                .withMessage(
                        "old.safetensors does not fit the model's configuration: "
                                + "'a' should have shape [2, 3], has [3, 2]; 'b' is missing; 'x' is no parameter of this model");
        assertThat(parameters.weights()).isEqualTo(before);
    }

    @Test
    void loadingChangesTrainableParametersToo() {
        var parameter = parameters.make("a", NORMAL, 2);
        parameters.train();
        parameters.load(Map.of("a", new Weights(new long[] {2}, new float[] {3, 4})), "test");
        try (var scope = Scope.recording()) {
            parameter.square().sum().backward();
            assertThat(parameter.gradient().orElseThrow().toFloats()).containsExactly(6, 8);
        }
    }

    private static byte[] stored() {
        var weights = new LinkedHashMap<String, Weights>();
        weights.put("q", new Weights(new long[] {1, 3}, new float[] {1, 2, 3}));
        weights.put("k", new Weights(new long[] {1, 3}, new float[] {4, 5, 6}));
        weights.put("b", new Weights(new long[] {1, 4}, new float[] {7, 8, 9, 10}));
        weights.put("copyOfB", new Weights(new long[] {1, 4}, new float[] {7, 8, 9, 10}));
        return SafetensorsBytes.ofWeights(weights, Safetensors.Precision.F32);
    }

    @Test
    void recipesMakeParametersThatDrewNoValues() {
        try (var loaded = Parameters.toBeLoaded();
                var file = SafetensorsFile.of(stored(), "test")) {
            loaded.make("a", NORMAL, 2, 3);
            loaded.make("b", NORMAL, 4);
            loaded.load(
                    Map.of("a", Recipe.stack(Recipe.stored("k"), Recipe.stored("q")), "b", Recipe.vector("b")),
                    file,
                    Set.of("copyOfB", "notThere"));
            assertThat(loaded.byName().get("a").toFloats()).containsExactly(4, 5, 6, 1, 2, 3);
            assertThat(loaded.byName().get("b").toFloats()).containsExactly(7, 8, 9, 10);
        }
    }

    @Test
    void refusesRecipesWithEveryProblemInOneMessageAndChangesNothing() {
        makeTwo();
        parameters.make("c", NORMAL, 3, 2);
        parameters.make("d", NORMAL, 1);
        var before = parameters.weights();
        var recipes = new LinkedHashMap<String, Recipe>();
        recipes.put("a", Recipe.stack(Recipe.stored("q"), Recipe.stored("nowhere")));
        recipes.put("b", Recipe.stored("b"));
        recipes.put("c", Recipe.transposed(Recipe.vector("q")));
        recipes.put("e", Recipe.constant(0, 1));
        try (var file = SafetensorsFile.of(stored(), "old.safetensors")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> parameters.load(recipes, file, Set.of("k")))
                    .withMessage("old.safetensors does not fit the model's configuration: 'nowhere' is missing; "
                            + "'b' should have shape [4], has [1, 4]; 'q' should be a matrix, has shape [3]; 'd' is missing; "
                            + "'e' has a recipe, but is no parameter of this model; "
                            + "'q' is used for 'a' and again for 'c'; 'copyOfB' is no parameter of this model");
        }
        assertThat(parameters.weights()).isEqualTo(before);
    }

    @Test
    void parametersNeedNoScopeAndLiveUntilTheyAreClosed() {
        var own = new Parameters(1);
        var parameter = own.make("a", Initializer.constant(2), 2);
        try (var scope = Scope.open()) {
            parameter.scale(2);
        }
        assertThat(parameter.toFloats()).containsExactly(2, 2);
        own.close();
        assertThatIllegalStateException().isThrownBy(parameter::toFloats).withMessageContaining("released");
    }

    @Test
    void loadingLeavesNothingInNativeMemory() {
        makeTwo();
        var before = NativeArrays.beside(parameters.byName().get("a"));
        parameters.load(parameters.weights(), "test");
        assertThat(NativeArrays.beside(parameters.byName().get("a"))).isEqualTo(before);
    }

    @Test
    void weightsHaveAsManyValuesAsTheirShapeHasPlaces() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights(new long[] {2, 3}, new float[5]))
                .withMessage("shape [2, 3] needs 6 values, got 5");
        assertThat(new Weights(new long[] {2}, new float[] {1, 2}))
                .isEqualTo(new Weights(new long[] {2}, new float[] {1, 2}))
                .hasSameHashCodeAs(new Weights(new long[] {2}, new float[] {1, 2}))
                .isNotEqualTo(new Weights(new long[] {1, 2}, new float[] {1, 2}))
                .hasToString("Weights[2]");
    }
}
