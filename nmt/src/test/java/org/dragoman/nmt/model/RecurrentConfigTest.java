package org.dragoman.nmt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrentConfigTest {

    @Test
    void refusesAllWrongSizesInOneMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecurrentConfigs.bahdanau(0, -1, 8, 4, 0, 1, Tying.NONE))
                .withMessage("embeddingSize must be at least 1, got 0; encoderSize must be at least 1, got -1; "
                        + "encoderLayers must be at least 1, got 0; dropout must be at least 0 and below 1, got 1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"recurrent\"}",
                "{\"type\": \"recurrent\", \"cell\": \"lstm\", \"order\": \"step-first\", \"inputFeeding\": true,"
                        + " \"attention\": {\"type\": \"general\", \"window\": {\"type\": \"local-p\", \"reach\": 5}}}",
                "{\"type\": \"recurrent\", \"cell\": \"elman-sigmoid\", \"bidirectional\": false, \"attention\": \"none\","
                        + " \"encoderLayers\": 2, \"decoderLayers\": 2, \"bridge\": \"copy\"}",
                "{\"type\": \"recurrent\", \"attention\": {\"type\": \"location\", \"maximumLength\": 50, \"hard\": true,"
                        + " \"window\": {\"type\": \"local-m\", \"reach\": 3}}}",
                "{\"type\": \"recurrent\", \"attention\": {\"type\": \"additive\", \"size\": 7, \"coverage\": true, \"heads\": 4}}"
            })
    void survivesItsWayThroughJson(String json) {
        var config = model(json);
        assertThat(model(config.toJson().toString())).isEqualTo(config);
    }

    @Test
    void whatIsNotGivenIsAsInThePaper() {
        assertThat(model("\"recurrent\""))
                .isEqualTo(RecurrentConfigs.bahdanau(620, 1000, 1000, 1000, 1, 0, Tying.NONE));
    }

    /** What can't work is refused by name and with the reason, before anything is trained. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "cell": "gruu"                                  | cell must be one of elman, elman-sigmoid, lstm, gru, got "gruu"
                    "attention": "dot"                              | the dot score multiplies the decoder's state with the encoder's, so both must have the same size, got 1000 and 2000; set decoderSize to 2000 or use the general score
                    "attention": "scaled-dot"                       | the scaled-dot score multiplies the decoder's state with the encoder's
                    "attention": {"type": "additive", "heads": 3}   | the encoder's states must divide evenly among the attention's heads, got states of size 2000 and 3 heads
                    "attention": {"type": "location"}               | maximumLength
                    "attention": {"type": "location", "maximumLength": 9, "heads": 2} | the location score takes no heads: it doesn't look at the source's states
                    "attention": {"type": "dot", "coverage": true}  | coverage
                    "attention": {"type": "general", "window": {"type": "local-p"}} | reach
                    "attention": {"type": "general", "window": "local-m"} | reach
                    "bridge": "copy"                                | the bridge copy needs a decoder of the encoder's size and layers, got states of size 2000 in 1 layers and 1000 in 1
                    "inputFeeding": true                            | inputFeeding belongs to the order step-first
                    "attention": "none", "order": "step-first", "bridge": "zero" | the decoder knows nothing of the source
                    """)
    void refusesWhatCannotWork(String settings, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model("{\"type\": \"recurrent\", " + settings + "}"))
                .withMessageContaining(message);
    }

    private static ModelConfig model(String json) {
        return architecture("{\"architecture\": " + json + "}");
    }

    private static ModelConfig architecture(String json) {
        return Settings.parse("test", json)
                .build(settings ->
                        settings.kind("architecture", ModelConfig.KINDS).required());
    }
}
