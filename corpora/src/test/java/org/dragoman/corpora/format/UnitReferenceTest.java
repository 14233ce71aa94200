package org.dragoman.corpora.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.corpora.SentencePair;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Equality with what translate-toolkit reads from random files; {@code src/test/python/unit_cases.py} made them, and the file names the
 * version.
 */
class UnitReferenceTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"tmx, 222", "xliff, 210", "xliff2, 196"})
    void pairsEqualThoseOfTranslateToolkit(String kind, int pairs) throws IOException {
        var settings = ParallelSettings.DEFAULT
                .withLanguages("en", "de")
                .withCodes(InlineCodes.KEEP)
                .withUntranslated(Untranslated.KEEP);
        var compared = 0;
        for (var random : cases().get(kind)) {
            var content = random.get("file").asText();
            var file = Files.writeString(folder.resolve("random"), content);
            var expected = pairs(random.get("pairs"));
            try (var read = ParallelFormat.of(kind).corpus(List.of(file), settings).stream()) {
                assertThat(read.toList()).as(content).isEqualTo(expected);
            }
            compared += expected.size();
        }
        assertThat(compared).isEqualTo(pairs);
    }

    private static JsonNode cases() throws IOException {
        try (var in = new GZIPInputStream(UnitReferenceTest.class.getResourceAsStream("unit-cases.json.gz"))) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static List<SentencePair> pairs(JsonNode json) {
        var pairs = new ArrayList<SentencePair>();
        json.forEach(pair ->
                pairs.add(new SentencePair(pair.get(0).asText(), pair.get(1).asText())));
        return pairs;
    }
}
