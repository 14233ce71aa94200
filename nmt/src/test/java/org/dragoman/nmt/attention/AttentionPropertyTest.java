package org.dragoman.nmt.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** What holds for every score and window, whatever the parameters. */
class AttentionPropertyTest {

    private static final int[] LENGTHS = {7, 3, 5};
    private static final int WIDTH = 7;
    private static final int SIZE = 4;
    private static final int QUERIES = 3;
    private static final List<ScoreConfig> CONTENT_SCORES = List.of(
            new ScoreConfig.Additive(5, false),
            new ScoreConfig.Concat(5),
            new ScoreConfig.General(),
            new ScoreConfig.Dot(),
            new ScoreConfig.ScaledDot(),
            new ScoreConfig.Cosine());

    private final Parameters parameters = new Parameters(3);
    private Scope scope;

    @BeforeEach
    void open() {
        scope = Scope.recording();
    }

    @AfterEach
    void free() {
        scope.close();
        parameters.close();
    }

    static Stream<Arguments> all() {
        var scores = Stream.concat(CONTENT_SCORES.stream(), Stream.of(new ScoreConfig.Location(9)));
        return scores.flatMap(score -> windows().map(window -> Arguments.of(score, window)));
    }

    static Stream<Arguments> withParameters() {
        return all().filter(pair ->
                !((ScoreConfig) pair.get()[0]).needsEqualSizes() || pair.get()[1] instanceof WindowConfig.LocalP);
    }

    static Stream<WindowConfig> windows() {
        return Stream.of(new WindowConfig.Global(), new WindowConfig.LocalM(1), new WindowConfig.LocalP(2));
    }

    static List<ScoreConfig> contentScores() {
        return CONTENT_SCORES;
    }

    private static Tensor random(long seed, long... shape) {
        return Tensor.of(Initializer.normal(1).values(seed, shape), shape);
    }

    private static Tensor states() {
        return random(1, LENGTHS.length, WIDTH, SIZE);
    }

    /** Queries from the target's positions 0, 1 and 2. */
    private static Query query() {
        return Query.everywhere(random(2, LENGTHS.length, QUERIES, SIZE));
    }

    private Attention attention(ScoreConfig score, WindowConfig window) {
        return new AttentionConfig(score, window, 1, false).build(parameters, "attention", SIZE, SIZE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void weightsSumToOneOrWithTheGaussianToLessAndAreExactlyZeroAtPadding(ScoreConfig score, WindowConfig window) {
        var attention = attention(score, window);
        var weights = attention
                .attend(query(), attention.project(states(), true, LENGTHS))
                .weights();
        assertThat(weights.shape()).containsExactly(LENGTHS.length, 1, QUERIES, WIDTH);
        for (var sum : weights.sum(-1).toFloats()) {
            if (window instanceof WindowConfig.LocalP) {
                assertThat(sum).isPositive().isLessThanOrEqualTo(1);
            } else {
                assertThat(sum).isCloseTo(1, within(1e-6f));
            }
        }
        var values = weights.toFloats();
        for (var i = 0; i < values.length; i++) {
            assertThat(values[i]).isNotNegative();
            if (i % WIDTH >= LENGTHS[i / (WIDTH * QUERIES)]) {
                assertThat(values[i]).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void morePaddingAndOtherSentencesChangeNothing(ScoreConfig score, WindowConfig window) {
        var attention = attention(score, window);
        var inBatch = attention
                .attend(query(), attention.project(states(), true, LENGTHS))
                .context();
        for (var row = 0; row < LENGTHS.length; row++) {
            var own = states().slice(0, row, row + 1).slice(1, 0, LENGTHS[row]);
            var alone = attention.attend(
                    Query.everywhere(query().states().slice(0, row, row + 1)),
                    attention.project(own, true, LENGTHS[row]));
            assertThat(inBatch.slice(0, row, row + 1).reshape(-1).toFloats())
                    .containsExactly(alone.context().toFloats(), within(1e-6f));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aMemoryOfChosenSentencesAnswersAsTheWholeOneDid(ScoreConfig score, WindowConfig window) {
        var attention = attention(score, window);
        var memory = attention.project(states(), true, LENGTHS);
        var chosen = Tensor.indices(0, 2);
        var some = attention.attend(query().withStates(query().states().select(chosen)), memory.select(chosen));
        assertThat(some.context().toFloats())
                .containsExactly(
                        attention
                                .attend(query(), memory)
                                .context()
                                .select(chosen)
                                .toFloats(),
                        within(1e-6f));
    }

    @ParameterizedTest
    @MethodSource("contentScores")
    void aScoreOverContentFollowsWhenTheSourceIsReordered(ScoreConfig score) {
        var attention = attention(score, new WindowConfig.Global());
        var order = Tensor.indices(2, 0, 4, 1, 3);
        var states = states().slice(0, 0, 1).slice(1, 0, 5);
        var reordered = states.squeeze(0).rows(order).unsqueeze(0);
        var query = Query.everywhere(query().states().slice(0, 0, 1));
        var before = attention.attend(query, attention.project(states, true, 5));
        var after = attention.attend(query, attention.project(reordered, true, 5));
        assertThat(after.context().toFloats()).containsExactly(before.context().toFloats(), within(1e-6f));
        var moved =
                before.weights().reshape(QUERIES, 5).transpose(0, 1).rows(order).transpose(0, 1);
        assertThat(after.weights().reshape(-1).toFloats())
                .containsExactly(moved.reshape(-1).toFloats(), within(1e-6f));
    }

    @Test
    void locationDoesNotLookAtTheSource() {
        var attention = attention(new ScoreConfig.Location(9), new WindowConfig.Global());
        var here = attention
                .attend(query(), attention.project(states(), true, LENGTHS))
                .weights();
        var elsewhere = attention
                .attend(query(), attention.project(random(9, LENGTHS.length, WIDTH, SIZE), true, LENGTHS))
                .weights();
        assertThat(here.toFloats()).isEqualTo(elsewhere.toFloats());
    }

    @Test
    void locationRefusesALongerSourceThanItWasMadeFor() {
        var attention = attention(new ScoreConfig.Location(6), new WindowConfig.Global());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attention.project(states(), true, LENGTHS))
                .withMessage(
                        "the location score was made for sources of up to 6 pieces, got one of 7; cut it, or train with a"
                                + " greater maximumLength");
    }

    /** The windows of the positions 0, 1 and 2 with a reach of 1, and beyond the end of the second source, whose last place is 2. */
    @Test
    void theMonotonicWindowMovesWithTheTargetAndStopsAtTheSourcesEnd() {
        var attention = attention(new ScoreConfig.General(), new WindowConfig.LocalM(1));
        var memory = attention.project(states(), true, LENGTHS);
        assertThat(seen(attention.attend(query(), memory).weights()))
                .containsExactly(
                        "110", "1110", "01110", // of the first source, then nothing
                        "110", "111", "011", "110", "1110", "01110");
        var late = attention.attend(Query.at(20, query().states()), memory).weights();
        assertThat(seen(late))
                .containsExactly("0000011", "0000011", "0000011", "011", "011", "011", "00011", "00011", "00011");
    }

    /** For each query a 1 for each place that has a weight; all of the source, or up to the place after the last 1. */
    private static List<String> seen(Tensor weights) {
        var values = weights.toFloats();
        var rows = new java.util.ArrayList<String>();
        for (var row = 0; row < values.length / WIDTH; row++) {
            var length = LENGTHS[row / QUERIES];
            var text = new StringBuilder();
            for (var place = 0; place < length; place++) {
                text.append(values[row * WIDTH + place] > 0 ? '1' : '0');
            }
            var last = text.lastIndexOf("1");
            rows.add(text.substring(0, Math.min(length, last + 2)));
        }
        return rows;
    }

    /** By hand: v tanh(W q) = 0 gives p = 5 sigmoid(0) = 2.5; with D = 2, places 1 to 4 are seen, and place 2 has exp(-0.25 / 2). */
    @Test
    void thePredictiveWindowLooksWhereItSaysAndFadesByTheGaussian() {
        var attention = attention(new ScoreConfig.Dot(), new WindowConfig.LocalP(2));
        parameters.byName().get("attention.window.energy.weight").setInPlace(new float[SIZE]);
        var nothing = Query.at(0, Tensor.zeros(1, 1, SIZE)); // all scores are 0
        var weights = attention
                .attend(nothing, attention.project(states().slice(0, 0, 1).slice(1, 0, 5), true, 5))
                .weights();
        var near = (float) (Math.exp(-0.125) / 4);
        var far = (float) (Math.exp(-1.125) / 4);
        assertThat(weights.toFloats()).containsExactly(new float[] {0, far, near, near, far}, within(1e-6f));
    }

    @Test
    void hardAttentionTakesTheGreatestWeightWholeInUseAndIsSoftInTraining() {
        var config = new AttentionConfig(new ScoreConfig.General(), new WindowConfig.Global(), 1, true);
        var attention = config.build(parameters, "attention", SIZE, SIZE);
        var soft = attention
                .attend(query(), attention.project(states(), true, LENGTHS))
                .weights();
        var hard = attention.attend(query(), attention.project(states(), false, LENGTHS));
        assertThat(hard.weights().toFloats()).isEqualTo(soft.greatest().toFloats());
        assertThat(hard.weights().sum(-1).toFloats()).containsOnly(1);
        assertThat(soft.toFloats()).isNotEqualTo(hard.weights().toFloats());
        var place = soft.reshape(-1, WIDTH).topK(1).indices().toLongs()[0];
        assertThat(hard.context().slice(0, 0, 1).slice(1, 0, 1).reshape(-1).toFloats())
                .containsExactly(
                        states().slice(0, 0, 1)
                                .slice(1, place, place + 1)
                                .reshape(-1)
                                .toFloats(),
                        within(1e-6f));
    }

    @ParameterizedTest
    @MethodSource("contentScores")
    void everyHeadHasItsOwnWeights(ScoreConfig score) {
        var config = new AttentionConfig(score, new WindowConfig.Global(), 2, false);
        var attention = config.build(parameters, "attention", SIZE, SIZE);
        var attended = attention.attend(query(), attention.project(states(), true, LENGTHS));
        assertThat(attended.context().shape()).containsExactly(LENGTHS.length, QUERIES, SIZE);
        assertThat(attended.weights().shape()).containsExactly(LENGTHS.length, 2, QUERIES, WIDTH);
        for (var sum : attended.weights().sum(-1).toFloats()) {
            assertThat(sum).isCloseTo(1, within(1e-6f));
        }
        assertThat(attended.weights().slice(1, 0, 1).toFloats())
                .isNotEqualTo(attended.weights().slice(1, 1, 2).toFloats());
    }

    /** With projections that are the identity, two heads over halves of the states are two attentions over these halves. */
    @Test
    void headsAreAttentionsOverPartsOfTheStates() {
        var config = new AttentionConfig(new ScoreConfig.ScaledDot(), new WindowConfig.Global(), 2, false);
        var attention = config.build(parameters, "attention", SIZE, SIZE);
        for (var projection : List.of("query", "key", "value", "output")) {
            var identity = new float[SIZE * SIZE];
            for (var i = 0; i < SIZE; i++) {
                identity[i * SIZE + i] = 1;
            }
            parameters.byName().get("attention." + projection + ".weight").setInPlace(identity);
        }
        var context = attention
                .attend(query(), attention.project(states(), true, LENGTHS))
                .context();
        for (var head = 0; head < 2; head++) {
            var half = new SingleAttention(DotScore.scaled(SIZE / 2), new GlobalWindow(), false);
            var own = half.attend(
                    query().withStates(query().states().slice(-1, 2L * head, 2L * head + 2)),
                    half.project(states().slice(-1, 2L * head, 2L * head + 2), true, LENGTHS));
            assertThat(context.slice(-1, 2L * head, 2L * head + 2).reshape(-1).toFloats())
                    .containsExactly(own.context().toFloats(), within(1e-6f));
        }
    }

    /**
     * By hand, for a query (1, 2) and states (3, -1) and (0.5, 2): the product is 1 and 4.5; by sqrt(2) 0.70711 and 3.18198; general with W =
     * ((1, 0), (1, 1)) is 1*3 + 2*(3 - 1) = 7 and 1*0.5 + 2*(0.5 + 2) = 5.5; additive with all weights 1 is tanh(3 + 2) + ... over one unit:
     * 0.99991 and tanh(5.5) = 0.99997; location with W = ((1, 0), (0, 1)) is 1 and 2; cosine with the identity and the strength 5 is 5 * 1 /
     * (sqrt(5) sqrt(10)) = 0.70711 and 5 * 4.5 / (sqrt(5) sqrt(4.25)) = 4.88094.
     */
    @Test
    void scoresAreThoseOfTheHand() {
        assertScores(new ScoreConfig.Dot(), 1, 4.5f);
        assertScores(new ScoreConfig.ScaledDot(), 0.70711f, 3.18198f);
        assertScores(new ScoreConfig.General(), 7, 5.5f, "weight", 1f, 0f, 1f, 1f);
        assertScores(
                new ScoreConfig.Additive(1, false),
                0.99991f,
                0.99997f,
                "query.weight",
                1f,
                1f,
                "key.weight",
                1f,
                1f,
                "energy.weight",
                1f);
        assertScores(new ScoreConfig.Concat(1), 0.99991f, 0.99997f, "weight", 1f, 1f, 1f, 1f, "energy.weight", 1f);
        assertScores(new ScoreConfig.Location(2), 1, 2, "weight", 1f, 0f, 0f, 1f);
        assertScores(new ScoreConfig.Cosine(), 0.70711f, 4.88094f, "key.weight", 1f, 0f, 0f, 1f);
    }

    /** @param weights names of parameters, each followed by its values */
    private static void assertScores(ScoreConfig config, float first, float second, Object... weights) {
        try (var own = new Parameters(1)) {
            var score = config.build(own, "score", 2, 2);
            for (var i = 0; i < weights.length; ) {
                var tensor = own.byName().get("score." + weights[i++]);
                var values = new float[tensor.toFloats().length];
                for (var j = 0; j < values.length; j++) {
                    values[j] = (Float) weights[i++];
                }
                tensor.setInPlace(values);
            }
            var states = Tensor.of(new float[] {3, -1, 0.5f, 2}, 1, 2, 2);
            var query = Query.at(0, Tensor.of(new float[] {1, 2}, 1, 1, 2));
            assertThat(score.score(query, score.keys(states)).toFloats())
                    .as(config.type())
                    .containsExactly(new float[] {first, second}, within(1e-5f));
        }
    }

    @Test
    void coverageIsNeededWhereItIsPartOfTheScore() {
        var attention = attention(new ScoreConfig.Additive(5, true), new WindowConfig.Global());
        var memory = attention.project(states(), true, LENGTHS);
        assertThatIllegalStateException()
                .isThrownBy(() -> attention.attend(query(), memory))
                .withMessage("an additive score with coverage needs queries that know it");
    }

    /** Compares with (f(w + h) - f(w - h)) / 2h at every parameter's first place. */
    @ParameterizedTest
    @MethodSource("withParameters")
    void gradientsAreTheSlopeOfTheContext(ScoreConfig score, WindowConfig window) {
        var attention = attention(score, window);
        parameters.train();
        var cotangent = random(5, LENGTHS.length, QUERIES, SIZE);
        objective(attention, cotangent).backward();
        for (var name : parameters.byName().keySet()) {
            var tensor = parameters.byName().get(name);
            var gradient = tensor.gradient().map(Tensor::toFloats);
            var values = tensor.toFloats();
            var change = 1e-2f;
            var slope = (objectiveAt(attention, cotangent, tensor, values, change)
                            - objectiveAt(attention, cotangent, tensor, values, -change))
                    / (2 * change);
            tensor.setInPlace(values);
            assertThat(slope).as(name).isCloseTo(gradient.orElseThrow()[0], within(2e-2));
        }
    }

    private static Tensor objective(Attention attention, Tensor cotangent) {
        return attention
                .attend(query(), attention.project(states(), true, LENGTHS))
                .context()
                .mul(cotangent)
                .sum();
    }

    private static double objectiveAt(
            Attention attention, Tensor cotangent, Tensor parameter, float[] values, float change) {
        try (var constant = Scope.constant()) {
            var changed = values.clone();
            changed[0] += change;
            parameter.setInPlace(changed);
            return objective(attention, cotangent).item();
        }
    }

    @Test
    void aFixedVectorIsSeenByEveryQuery() {
        var vector = random(4, LENGTHS.length, 1, SIZE);
        var attention = new FixedVector();
        var context = attention
                .attend(query(), attention.project(vector, true, LENGTHS))
                .context();
        assertThat(context.slice(1, 0, 1).toFloats()).isEqualTo(vector.toFloats());
        assertThat(context.slice(1, 2, 3).toFloats()).isEqualTo(vector.toFloats());
    }
}
