package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.data.Offset;

/** Reads settings and results of TER as sacreBLEU writes them, and holds scores of ours against them. */
final class SacreBleuTer {
    private static final Offset<Double> TO_THE_LAST_DIGIT = within(1e-8);

    private SacreBleuTer() {}

    /** Settings from the arguments of sacreBLEU's class TER. */
    static TerConfig config(JsonNode arguments) {
        return new TerConfig(
                arguments.path("normalized").asBoolean(false),
                arguments.path("no_punct").asBoolean(false),
                arguments.path("asian_support").asBoolean(false),
                arguments.path("case_sensitive").asBoolean(false));
    }

    /** Asserts that all the numbers and the signature that sacreBLEU's result holds are those of the score. */
    static void assertEqual(TerScore score, JsonNode expected) {
        var value = expected.has("score") ? expected.get("score") : expected.get("expected");
        assertThat(score.value()).isCloseTo(value.asDouble(), TO_THE_LAST_DIGIT);
        assertThat(score.signature())
                .hasToString(SacreBleu.asOurs(expected.get("signature").asText()));
        if (expected.has("num_edits")) {
            assertThat(score.edits()).isEqualTo(expected.get("num_edits").asLong());
            assertThat(score.referenceLength())
                    .isCloseTo(expected.get("ref_length").asDouble(), TO_THE_LAST_DIGIT);
        }
    }
}
