package org.dragoman.nmt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Scheduled sampling: which tokens a decoder is given in training. */
class ScheduledInputsTest {

    private static final VocabularySizes SIZES = new VocabularySizes(List.of(9), 9, false);

    private final Parameters parameters = new Parameters(4);
    private final EncoderDecoder model =
            RecurrentConfigs.bahdanau(4, 3, 5, 6, 1, 0, Tying.NONE).build(SIZES, parameters);
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

    private static Source source() {
        return new Source(List.of(Tensor.of(new long[] {4, 6, 3, 5, 4, 0}, 2, 3)), new int[] {3, 2});
    }

    private static Tensor target() {
        return Tensor.of(new long[] {2, 4, 7, 5, 2, 6, 1, 4}, 2, 4);
    }

    @Test
    void withTheTruthAlwaysItIsTeacherForcing() {
        var sampled = model.encode(source(), true).sampled(target(), 1, new Random(1));
        var forced = model.encode(source(), true).teacherForced(target(), true);
        assertThat(sampled.toFloats()).containsExactly(forced.toFloats(), within(1e-6f));
    }

    @Test
    void withoutTheTruthTheDecoderGoesOnFromItsOwnTokens() {
        var sampled = model.encode(source(), true).sampled(target(), 0, new Random(1));
        var state = model.encode(source(), false).start();
        var tokens = Tensor.indices(2, 2);
        var logits = new ArrayList<Tensor>();
        for (var position = 0; position < 4; position++) {
            var step = state.step(tokens);
            logits.add(step.logits());
            tokens = step.logits().topK(1).indices().squeeze(-1);
            state = step.next();
        }
        assertThat(sampled.linear(model.outputWeight()).toFloats())
                .containsExactly(Tensor.stack(1, logits).toFloats(), within(1e-5f));
    }

    @Test
    void oneSeedGivesOneChoice() {
        var once = model.encode(source(), true).sampled(target(), 0.5, new Random(1));
        var again = model.encode(source(), true).sampled(target(), 0.5, new Random(1));
        assertThat(once.toFloats()).isEqualTo(again.toFloats());
    }

    @Test
    void aTransformerCannotBeGivenItsOwnTokens() {
        var config = new TransformerConfig(
                4, 2, 8, 1, 1, 0, 0, true, Activation.RELU, Positions.INTERLEAVED, true, 1e-5, Tying.NONE);
        assertThat(config.canSampleInputs()).isFalse();
        try (var own = new Parameters(1)) {
            var encoded = config.build(SIZES, own).encode(source(), true);
            assertThatThrownBy(() -> encoded.sampled(target(), 0.5, new Random(1)))
                    .hasMessage("this model computes all positions at once, so it can't be given its own tokens");
        }
    }
}
