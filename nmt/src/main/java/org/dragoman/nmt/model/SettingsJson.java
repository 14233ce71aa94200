package org.dragoman.nmt.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import java.io.IOException;
import java.util.Locale;

/** Writes records of settings as the JSON that {@link org.dragoman.pipeline.settings.Settings} reads. */
public final class SettingsJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(
                    MapperFeature.AUTO_DETECT_IS_GETTERS) // a record's components are its settings, and nothing else is
            .addModule(new SimpleModule().addSerializer(new EnumNames()))
            .build();

    private SettingsJson() {}

    /** Returns a record's components by name; a constant {@code SCALED_DOT} becomes {@code "scaled-dot"}. */
    public static ObjectNode of(Record settings) {
        return MAPPER.valueToTree(settings);
    }

    /** The same for one of several kinds, with its name under {@code type} in the first place. */
    public static ObjectNode ofKind(String type, Record settings) {
        ObjectNode node = MAPPER.createObjectNode().put("type", type);
        return node.setAll(of(settings));
    }

    /** Returns a constant's name as JSON has it: {@code SCALED_DOT} is {@code scaled-dot}. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns an empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Returns the JSON as text for people, with a line feed at its end. */
    public static String text(JsonNode node) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON could not be written", e);
        }
    }

    private static final class EnumNames extends StdSerializer<Enum<?>> {
        private static final long serialVersionUID = 1;

        EnumNames() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(name(value));
        }
    }
}
