package org.dragoman.nmt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.api.Test;

class TransformerConfigTest {

    private static ModelConfig architecture(String json) {
        return Settings.parse("test", json)
                .build(settings ->
                        settings.kind("architecture", ModelConfig.KINDS).required());
    }

    @Test
    void refusesAllWrongSizesInOneMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransformerConfig(
                        15, 4, 0, 0, -1, 1, -0.1, true, Activation.RELU, Positions.INTERLEAVED, true, 0, Tying.ALL))
                .withMessage("feedForwardSize must be at least 1, got 0; encoderLayers must be at least 1, got 0; "
                        + "decoderLayers must be at least 1, got -1; dropout must be at least 0 and below 1, got 1.0; "
                        + "attentionDropout must be at least 0 and below 1, got -0.1; "
                        + "size must be even and a multiple of heads, got size 15 and heads 4; "
                        + "normEpsilon must be above 0, got 0.0");
    }

    @Test
    void refusesNoHeadsAndValuesThatAreNotNumbers() {
        var nan = Double.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransformerConfig(
                        8, 0, 8, 1, 1, nan, 0, true, Activation.RELU, Positions.INTERLEAVED, true, nan, Tying.ALL))
                .withMessage("heads must be at least 1, got 0; dropout must be at least 0 and below 1, got NaN; "
                        + "normEpsilon must be above 0, got NaN");
    }

    @Test
    void refusesOddDropoutOfParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> architecture(
                                "{\"architecture\": {\"type\": \"transformer\", \"embeddingDropout\": 1, \"feedForwardDropout\": -1}}"))
                .withMessageContaining("architecture.embeddingDropout must be below 1.0, got 1")
                .withMessageContaining("architecture.feedForwardDropout must be at least 0.0, got -1");
    }

    @Test
    void refusesMissingChoices() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransformerConfig(8, 2, 8, 1, 1, 0, 0, true, null, null, true, 1e-5, null))
                .withMessage("activation must be one of [RELU, GELU, SWISH], got null; "
                        + "positions must be one of [INTERLEAVED, CONCATENATED, TENSOR2TENSOR, TENSOR2TENSOR_FROM_ONE], got null; "
                        + "tying must be one of [NONE, TARGET, ALL], got null");
    }

    @Test
    void survivesItsWayThroughJson() {
        var config = new TransformerConfig(
                24, 3, 40, 2, 5, 0.3, 0.2, false, Activation.SWISH, Positions.TENSOR2TENSOR, false, 1e-7, Tying.TARGET);
        assertThat(architecture("{\"architecture\": " + config.toJson() + "}")).isEqualTo(config);
    }

    @Test
    void whatIsNotGivenIsThePapersBaseModelWithNormFirst() {
        assertThat(architecture("{\"architecture\": \"transformer\"}"))
                .isEqualTo(new TransformerConfig(
                        512,
                        8,
                        2048,
                        6,
                        6,
                        0.1,
                        0,
                        true,
                        Activation.RELU,
                        Positions.INTERLEAVED,
                        true,
                        1e-5,
                        Tying.ALL));
    }

    @Test
    void aFileWithWrongSettingsIsRefusedWithAllOfThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> architecture("{\"architecture\": {\"type\": \"transformer\", \"size\": \"big\","
                        + " \"heads\": 0, \"layers\": 2}}"))
                .withMessageContaining("size")
                .withMessageContaining("heads")
                .withMessageContaining("layers");
    }
}
