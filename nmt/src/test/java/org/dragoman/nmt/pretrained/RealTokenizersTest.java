package org.dragoman.nmt.pretrained;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.sentencepiece.SentencePieceSubwords;
import org.dragoman.nmt.text.CodedSubwords;
import org.dragoman.nmt.text.LanguageCode;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.Document;
import org.dragoman.testing.TestData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;

/** Tokenizers of published models against MarianTokenizer, text by text; see {@code src/test/python/marian_tokenizer_fixtures.py}. */
class RealTokenizersTest {

    @ParameterizedTest
    @ValueSource(strings = {"opus-mt-en-mg", "opus-mt-tc-big-en-pt"})
    void numbersAndTextsAreThoseOfTheReference(String name) throws IOException {
        var folder = TestData.file("pretrained/" + name);
        var tokenizer = HuggingFaceTokenizer.read(folder, HuggingFaceConfig.read(folder));
        var subwords = SentencePieceSubwords.load(folder);
        var record = record();
        var expected = record.get("directories").get(name);
        var texts = texts(record);
        assertThat(texts).hasSize(record.get("texts").intValue()).hasSizeGreaterThan(2500);
        for (var i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (isForeignCode(text, tokenizer.codec())) {
                continue; // the reference takes whatever looks like a code for an unknown piece, we take it for text
            }
            var source = tokenizer.codec().source(Document.of(text))[0];
            var target = tokenizer.codec().target(text);
            assertThat(checksum(numbers(tokenizer.source(), source)))
                    .as("source %s", text)
                    .isEqualTo(expected.get("source").get(i).longValue());
            if (text.startsWith(">>")) {
                continue; // the reference knows codes in targets too
            }
            assertThat(checksum(numbers(tokenizer.target(), withEnd(target))))
                    .as("target %s", text)
                    .isEqualTo(expected.get("target").get(i).longValue());
            assertThat(checksum(subwords.join(pieces(tokenizer.codec(), target))))
                    .as("decoded %s", text)
                    .isEqualTo(expected.get("decoded").get(i).longValue());
        }
    }

    private static JsonNode record() throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(MarianFixture.resource("tokenizers.json.gz")))) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static List<String> texts(JsonNode record) {
        var texts = new ArrayList<String>();
        for (var file : record.get("files")) {
            Arrays.stream(TestData.text(file.textValue()).split("\n", -1))
                    .limit(record.get("lines").intValue())
                    .flatMap(line -> Arrays.stream(line.split("\t", -1)))
                    .filter(column -> !column.isBlank())
                    .forEach(texts::add);
        }
        record.get("strange").forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static boolean isForeignCode(String text, Codec codec) {
        return text.startsWith(LanguageCode.of("por")) || text.startsWith(LanguageCode.of("pob"))
                ? !(codec.subwords() instanceof CodedSubwords)
                : text.startsWith(">>");
    }

    private static int[] withEnd(int... ids) {
        var ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = Vocabulary.END;
        return ended;
    }

    private static List<String> pieces(Codec codec, int... ids) {
        return Arrays.stream(ids)
                .filter(id -> !Vocabulary.isSpecial(id))
                .mapToObj(codec.target()::piece)
                .toList();
    }

    private static String numbers(ReferenceIds ids, int... ours) {
        var reference = ids.toReference();
        return Arrays.stream(ours)
                .mapToObj(id -> Integer.toString(reference[id]))
                .collect(Collectors.joining(" "));
    }

    private static long checksum(String text) {
        var checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }
}
