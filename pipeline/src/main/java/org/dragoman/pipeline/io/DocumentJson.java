package org.dragoman.pipeline.io;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Link;
import org.dragoman.pipeline.Span;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Documents as JSON, without loss: what is read equals what was written.
 *
 * <pre>{@code
 * {"id": "a", "text": "Hi.", "metadata": {"author": "B"},
 *  "layers": {"sentences": [[0, 3]], "tokens": [[0, 2], [2, 3]], "entities": [{"span": [0, 2], "type": "PER"}]}}
 * }</pre>
 *
 * <p>A span is an array of start and end in UTF-16 units; an alignment link is an array of source, target and weight; every other
 * record is an object with its components as keys. The metadata and the layers may be left out. Reading is strict: unknown keys and
 * layers, missing values and values that do not fit the text are errors. A layer that is not in {@link Layers},
 * {@link ConlluLayers} or {@link Brat} is read if it is given to {@link #withLayers}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class DocumentJson {
    private final List<Layer<?>> layers;
    private final JsonMapper mapper;
    private final JsonMapper asciiMapper; // for texts with unpaired surrogates, which UTF-8 cannot hold

    /** Reads and writes the layers of {@link Layers}, {@link ConlluLayers} and {@link Brat}. */
    public DocumentJson() {
        this(Stream.<List<Layer<?>>>of(Layers.all(), ConlluLayers.all(), List.of(Brat.NOTES))
                .flatMap(List::stream)
                .toList());
    }

    private DocumentJson(List<Layer<?>> layers) {
        this.layers = layers;
        this.mapper = mapper(layers).build();
        this.asciiMapper =
                mapper(layers).enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    }

    /** Returns a reader that knows more layers. */
    public DocumentJson withLayers(Collection<? extends Layer<?>> more) {
        var all = new ArrayList<Layer<?>>(layers);
        all.addAll(more);
        return new DocumentJson(List.copyOf(all));
    }

    private static JsonMapper.Builder mapper(List<Layer<?>> layers) {
        var array = JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY);
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withConfigOverride(Span.class, override -> override.setFormat(array))
                .withConfigOverride(Link.class, override -> override.setFormat(array))
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE) // of records, only the components
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .addModule(new SimpleModule("dragoman")
                        .addSerializer(new DocumentSerializer())
                        .addDeserializer(Document.class, new DocumentDeserializer(layers)));
    }

    /** Returns a document as one line of JSON. */
    public String write(Document document) {
        try {
            var json = mapper.writeValueAsString(document);
            return Columns.hasUnpairedSurrogate(json) ? asciiMapper.writeValueAsString(document) : json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write document '" + document.id() + "' as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a document.
     *
     * @param source where the JSON is from, for messages
     * @throws IllegalArgumentException if the JSON is wrong; the message says where and why
     */
    public Document read(String source, String json) {
        try {
            var document = mapper.readValue(json, Document.class);
            if (document == null) {
                throw new IllegalArgumentException(source + ": expected a document, got null");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(source + ": " + describe(e), e);
        }
    }

    /**
     * Writes documents as JSON lines, one a line, each as it comes; the writer stays open.
     *
     * @return how many were written
     * @throws UncheckedIOException if the writer fails
     */
    public long writeLines(Stream<Document> documents, Writer writer) {
        var count = new AtomicLong();
        documents.forEachOrdered(document -> {
            try {
                writer.write(write(document));
                writer.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write document '" + document.id() + "'", e);
            }
            count.incrementAndGet();
        });
        return count.get();
    }

    /**
     * Reads a file of JSON lines in UTF-8, one document at a time as they are asked for; empty lines are passed over. Close the
     * stream to close the file. A wrong line throws an {@link IllegalArgumentException} with file, line and reason.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public Stream<Document> readLines(Path file) {
        try {
            var reader = Files.newBufferedReader(file);
            return readLines(file.toString(), reader).onClose(() -> close(file, reader));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The same from a reader, which stays open. */
    public Stream<Document> readLines(String source, BufferedReader reader) {
        var number = new AtomicLong();
        return reader.lines()
                .map(line -> new NumberedLine(number.incrementAndGet(), line))
                .filter(line -> !line.text().isBlank())
                .map(line -> read(source + ":" + line.number(), line.text()));
    }

    private record NumberedLine(long number, String text) {}

    private static void close(Path file, BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }

    private static String describe(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var path = new StringBuilder();
            for (var step : mapping.getPath()) {
                path.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
            }
            return path.substring(path.charAt(0) == '.' ? 1 : 0) + ": " + reason(e);
        }
        var place = e.getLocation();
        return (place == null ? "" : "column " + place.getColumnNr() + ": ") + reason(e);
    }

    private static String reason(JsonProcessingException e) {
        return e.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : e.getOriginalMessage();
    }
}
