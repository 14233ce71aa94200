package org.dragoman.nmt.sentencepiece;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.nmt.text.Piece;
import org.dragoman.pipeline.Span;
import org.dragoman.testing.TestData;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** What the C++ library made of some texts; {@code src/test/python/sentencepiece_fixtures.py} writes it and says what the files hold. */
final class Recording implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";

    private final Path file;
    private final BufferedReader lines;
    private final Path model;

    private Recording(Path file) throws IOException {
        this.file = file;
        lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        var name = JSON.readTree(lines.readLine()).get("model").asText();
        model = name.startsWith(DATA)
                ? TestData.file(name.substring(DATA.length()))
                : file.resolveSibling(name).normalize();
    }

    static Recording open(Path file) {
        try {
            return new Recording(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file among the test's resources. */
    static Path resource(String name) {
        try {
            return Path.of(Recording.class.getResource("/sentencepiece/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path model() {
        return model;
    }

    /**
     * Compares every case.
     *
     * @return how many there were
     */
    int compareTo(SentencePieceModel actual, List<String> differences) {
        int count = 0;
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var expected = JSON.readTree(line);
                differences.addAll(differences(expected, actual));
                count++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return count;
    }

    private static List<String> differences(JsonNode expected, SentencePieceModel actual) {
        var differences = new ArrayList<String>();
        if (expected.has("text")) {
            var text = expected.get("text").asText();
            compare(expected, "normalized", expected.get("normalized").asText(), actual.normalize(text), differences);
            compare(expected, "pieces", pieces(expected), actual.encode(text), differences);
        }
        var decoded = actual.decode(texts(expected));
        compare(expected, "decoded", expected.get("decoded").asText(), decoded, differences);
        return differences;
    }

    private static void compare(JsonNode line, String what, Object expected, Object actual, List<String> differences) {
        if (!expected.equals(actual)) {
            differences.add(what + " of " + line + "\n    expected " + expected + "\n    but was  " + actual);
        }
    }

    private static List<Piece> pieces(JsonNode expected) {
        var texts = texts(expected);
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < texts.size(); i++) {
            var span = expected.get("spans").get(i);
            pieces.add(new Piece(
                    texts.get(i), new Span(span.get(0).asInt(), span.get(1).asInt())));
        }
        return pieces;
    }

    private static List<String> texts(JsonNode expected) {
        var texts = new ArrayList<String>();
        expected.get("pieces").forEach(piece -> texts.add(piece.asText()));
        return texts;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
