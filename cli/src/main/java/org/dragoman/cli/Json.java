package org.dragoman.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import org.dragoman.corpora.catalogue.Checksum;
import org.dragoman.eval.Signature;

import java.io.PrintStream;
import java.nio.file.Path;

/** Results for programs: records as JSON objects, paths, signatures and checksums as strings. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule()
                    .addSerializer(Path.class, new ToStringSerializer(Path.class))
                    .addSerializer(Signature.class, new ToStringSerializer(Signature.class))
                    .addSerializer(Checksum.class, new ToStringSerializer(Checksum.class)))
            .build();

    private static final ObjectWriter LINE = MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    static void print(PrintStream out, Object result) {
        out.println(text(MAPPER.writer(), result));
    }

    /** A result on one line, without its end. */
    static String line(Object result) {
        return text(LINE, result);
    }

    private static String text(ObjectWriter writer, Object result) {
        try {
            return writer.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the result as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
