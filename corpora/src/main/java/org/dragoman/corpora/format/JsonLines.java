package org.dragoman.corpora.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.Lines;

import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * JSON lines: an object a line, of which two fields count. Lines of white space are passed over, and so are other fields. A field may hold
 * a number or a boolean, which is read as text.
 */
final class JsonLines<T> implements CorpusReader<T> {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectWriter ASCII = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private final Lines lines;
    private final String first;
    private final String second;
    private final BiFunction<String, String, T> item;
    private long lineNumber;
    private Optional<Numbered<T>> next = Optional.empty();

    private record Numbered<T>(long line, T item) {}

    /**
     * Reads lines, which are closed with the result.
     *
     * @param item makes an item of the values of the two fields
     */
    JsonLines(Lines lines, String first, String second, BiFunction<String, String, T> item) {
        this.lines = lines;
        this.first = first;
        this.second = second;
        this.item = item;
    }

    /** A line with two fields; JSON holds any text, half surrogate pairs as escapes. */
    static String line(String first, String firstValue, String second, String secondValue) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(first, firstValue);
        fields.put(second, secondValue);
        try {
            var json = MAPPER.writeValueAsString(fields);
            return (hasHalfPair(json) ? ASCII.writeValueAsString(fields) : json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write two strings as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static boolean hasHalfPair(String text) {
        return !text.codePoints().allMatch(TextLimit.UTF_8::allows);
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && lines.hasNext()) {
            var line = lines.next();
            if (!line.text().isBlank()) {
                next = Optional.of(new Numbered<>(line.number(), parse(line.text())));
            }
        }
        return next.isPresent();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("nothing is left in " + lines.name());
        }
        var numbered = next.orElseThrow();
        next = Optional.empty();
        lineNumber = numbered.line();
        return numbered.item();
    }

    private T parse(String line) {
        try {
            var json = MAPPER.readTree(line);
            return item.apply(value(json, first), value(json, second));
        } catch (JsonProcessingException e) {
            throw error("not JSON, at character " + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage());
        }
    }

    private String value(JsonNode json, String field) {
        if (!json.isObject()) {
            throw error("a line needs an object with \"" + first + "\" and \"" + second + "\", got "
                    + TextLimit.excerpt(json.toString()));
        }
        var value = json.get(field);
        if (value == null) {
            throw error("the field \"" + field + "\" is missing; there are "
                    + json.properties().stream()
                            .map(entry -> "\"" + entry.getKey() + "\"")
                            .toList());
        }
        if (value.isContainerNode() || value.isNull()) {
            throw error("the field \"" + field + "\" needs a text, got " + TextLimit.excerpt(value.toString()));
        }
        return value.asText();
    }

    private CorpusFormatException error(String problem) {
        return new CorpusFormatException(lines.name(), lines.number(), problem);
    }

    @Override
    public long lineNumber() {
        return lineNumber;
    }

    @Override
    public void close() {
        lines.close();
    }
}
