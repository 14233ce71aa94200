package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.eval.Segment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Equality with sacreBLEU 2.6.0 on 2,000 random cases: text from all of Unicode, phrases that changed places, words repeated until there
 * are too many shifts, sentences beyond the beam; all settings, one to three references or a varying number. They are made by
 * {@code src/test/python/ter_cases.py}; the file names the versions.
 */
class TerRandomCasesTest {
    private static JsonNode cases;

    @BeforeAll
    static void read() throws IOException {
        try (var in = new GZIPInputStream(TerRandomCasesTest.class.getResourceAsStream("ter-cases.json.gz"))) {
            cases = new ObjectMapper().readTree(in).get("cases");
        }
        assertThat(cases).hasSize(2000);
    }

    @Test
    void scoresAndSignaturesEqualSacreBleu() {
        for (var random : cases) {
            var score = score(random);
            SacreBleuTer.assertEqual(score, random);
            assertThat(score).hasToString(random.get("printed").asText());
            assertThat(score.signature().brief())
                    .isEqualTo(SacreBleu.asOurs(random.get("short_signature").asText()));
        }
    }

    @Test
    void wordsEqualSacreBleu() {
        for (var random : cases) {
            var tokenizer = new TercomTokenizer(SacreBleuTer.config(random.get("args")));
            for (var i = 0; i < random.get("segments").size(); i++) {
                var hypothesis = random.get("segments").get(i).get("hypothesis").asText();
                assertThat(tokenizer.tokenize(hypothesis))
                        .isEqualTo(SacreBleu.strings(random.get("tokens").get(i)));
            }
        }
    }

    private static TerScore score(JsonNode random) {
        return new Ter(SacreBleuTer.config(random.get("args"))).score(segments(random));
    }

    private static List<Segment> segments(JsonNode random) {
        var segments = new ArrayList<Segment>();
        for (var segment : random.get("segments")) {
            segments.add(new Segment(segment.get("hypothesis").asText(), SacreBleu.strings(segment.get("references"))));
        }
        return segments;
    }
}
