package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.corpora.text.WhiteSpace;
import org.dragoman.eval.Segment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Equality with sacreBLEU 2.6.0 on 2,000 random cases: text from all of Unicode, each tokenizer and smoothing, orders 1 to 6, one to
 * three references or a varying number. They are made by {@code src/test/python/bleu_cases.py}; the file names the versions.
 */
class BleuRandomCasesTest {
    private static JsonNode cases;

    @BeforeAll
    static void read() throws IOException {
        try (var in = new GZIPInputStream(BleuRandomCasesTest.class.getResourceAsStream("bleu-cases.json.gz"))) {
            cases = new ObjectMapper().readTree(in).get("cases");
        }
        assertThat(cases).hasSize(2000);
    }

    @Test
    void scoresEqualSacreBleu() {
        for (var random : cases) {
            var config = SacreBleu.config(random.get("args"));
            SacreBleu.assertEqual(new Bleu(config).score(segments(random)), random, config.smoothing());
        }
    }

    @Test
    void printedScoresEqualSacreBleu() {
        for (var random : cases) {
            var score = new Bleu(SacreBleu.config(random.get("args"))).score(segments(random));
            assertThat(score).hasToString(random.get("printed").asText());
        }
    }

    @Test
    void shortSignaturesEqualSacreBleu() {
        for (var random : cases) {
            var score = new Bleu(SacreBleu.config(random.get("args"))).score(segments(random));
            assertThat(score.signature().brief())
                    .isEqualTo(SacreBleu.asOurs(random.get("short_signature").asText()));
        }
    }

    @Test
    void tokensEqualSacreBleu() {
        for (var random : cases) {
            var tokenizer = SacreBleu.config(random.get("args")).tokenizer();
            for (var i = 0; i < random.get("segments").size(); i++) {
                var hypothesis = random.get("segments").get(i).get("hypothesis").asText();
                assertThat(tokenizer.tokenize(WhiteSpace.stripTrailing(hypothesis)))
                        .isEqualTo(SacreBleu.strings(random.get("tokens").get(i)));
            }
        }
    }

    private static List<Segment> segments(JsonNode random) {
        var segments = new ArrayList<Segment>();
        for (var segment : random.get("segments")) {
            segments.add(new Segment(segment.get("hypothesis").asText(), SacreBleu.strings(segment.get("references"))));
        }
        return segments;
    }
}
