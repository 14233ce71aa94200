package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.data.Offset;
import org.dragoman.eval.Signature;

import java.util.ArrayList;
import java.util.List;

/** Reads settings and results as sacreBLEU writes them, and holds scores of ours against them. */
final class SacreBleu {
    private static final Offset<Double> TO_THE_LAST_DIGIT = within(1e-8);

    private SacreBleu() {}

    /** Settings from the arguments of sacreBLEU's class BLEU. */
    static BleuConfig config(JsonNode arguments) {
        return BleuConfig.CORPUS
                .withTokenizer(BleuTokenizer.named(arguments.path("tokenize").asText("13a")))
                .withSmoothing(smoothing(arguments))
                .withEffectiveOrder(arguments.path("effective_order").asBoolean(false))
                .withLowerCase(arguments.path("lowercase").asBoolean(false))
                .withMaxOrder(arguments.path("max_ngram_order").asInt(4));
    }

    private static BleuSmoothing smoothing(JsonNode arguments) {
        var value = arguments.path("smooth_value");
        var method = arguments.path("smooth_method").asText("exp");
        return switch (method) {
            case "exp" -> new BleuSmoothing.Exponential();
            case "none" -> new BleuSmoothing.None();
            case "floor" -> new BleuSmoothing.Floor(value.asDouble(0.1));
            case "add-k" -> new BleuSmoothing.AddK(value.asDouble(1));
            default -> throw new IllegalArgumentException("unknown smoothing in the reference data: " + method);
        };
    }

    static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    /** A signature of sacreBLEU with our version in place of its own. */
    static String asOurs(String signature) {
        assertThat(signature).endsWith(":2.6.0");
        return signature.substring(0, signature.length() - "2.6.0".length()) + Signature.VERSION.value();
    }

    /** Asserts that all the numbers and the signature that sacreBLEU's result holds are those of the score. */
    static void assertEqual(BleuScore score, JsonNode expected, BleuSmoothing smoothing) {
        var value = expected.has("score") ? expected.get("score") : expected.get("expected");
        assertThat(score.value()).isCloseTo(value.asDouble(), TO_THE_LAST_DIGIT);
        assertThat(score.signature())
                .hasToString(asOurs(expected.get("signature").asText()));
        if (expected.has("counts")) {
            assertThat(smoothed(score.matches(), score, smoothing)).isEqualTo(doubles(expected.get("counts")));
            assertThat(smoothed(score.totals(), score, smoothing)).isEqualTo(doubles(expected.get("totals")));
            assertThat(score.brevityPenalty()).isCloseTo(expected.get("bp").asDouble(), TO_THE_LAST_DIGIT);
            assertThat(score.hypothesisLength())
                    .isEqualTo(expected.get("sys_len").asLong());
            assertThat(score.referenceLength())
                    .isEqualTo(expected.get("ref_len").asLong());
        }
        for (var n = 0; n < expected.path("precisions").size(); n++) {
            var precision = expected.get("precisions").get(n).asDouble();
            assertThat(score.precisions().get(n)).isCloseTo(precision, TO_THE_LAST_DIGIT);
        }
    }

    /** Counts as sacreBLEU gives them: add-k smoothing has changed those of n above 1, unless nothing matches at all. */
    private static List<Double> smoothed(List<Long> counts, BleuScore score, BleuSmoothing smoothing) {
        var smoothed = new ArrayList<Double>();
        for (var count : counts) {
            var isChanged = !smoothed.isEmpty() && score.matches().get(0) > 0;
            smoothed.add(isChanged ? count + smoothing.addend() : count);
        }
        return smoothed;
    }

    private static List<Double> doubles(JsonNode array) {
        var doubles = new ArrayList<Double>();
        array.forEach(element -> doubles.add(element.asDouble()));
        return doubles;
    }
}
