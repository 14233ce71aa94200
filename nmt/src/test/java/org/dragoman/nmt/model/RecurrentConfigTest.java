package org.dragoman.nmt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.api.Test;

class RecurrentConfigTest {

    @Test
    void refusesAllWrongSizesInOneMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecurrentConfig(0, -1, 8, 0, 0, 1, Tying.NONE))
                .withMessage("embeddingSize must be at least 1, got 0; encoderSize must be at least 1, got -1; "
                        + "attentionSize must be at least 1, got 0; encoderLayers must be at least 1, got 0; "
                        + "dropout must be at least 0 and below 1, got 1.0");
    }

    @Test
    void refusesAMissingTying() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecurrentConfig(4, 4, 4, 4, 1, 0, null))
                .withMessage("tying must be one of [NONE, TARGET, ALL], got null");
    }

    @Test
    void survivesItsWayThroughJson() {
        var config = new RecurrentConfig(16, 24, 32, 20, 2, 0.3, Tying.ALL);
        assertThat(architecture("{\"architecture\": " + config.toJson() + "}")).isEqualTo(config);
    }

    @Test
    void whatIsNotGivenIsAsInThePaper() {
        assertThat(architecture("{\"architecture\": \"recurrent\"}"))
                .isEqualTo(new RecurrentConfig(620, 1000, 1000, 1000, 1, 0, Tying.NONE));
    }

    private static ModelConfig architecture(String json) {
        return Settings.parse("test", json)
                .build(settings ->
                        settings.kind("architecture", ModelConfig.KINDS).required());
    }
}
