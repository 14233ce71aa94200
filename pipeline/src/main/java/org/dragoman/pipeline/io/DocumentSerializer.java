package org.dragoman.pipeline.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;

import java.io.IOException;

/** Writes the form of JSON that {@link DocumentJson} describes. */
final class DocumentSerializer extends StdSerializer<Document> {
    private static final long serialVersionUID = 1L;

    DocumentSerializer() {
        super(Document.class);
    }

    @Override
    public void serialize(Document document, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", document.id());
        json.writeStringField("text", document.text());
        if (!document.metadata().isEmpty()) {
            checkKeys(document, provider);
            json.writePOJOField("metadata", document.metadata());
        }
        if (!document.layers().isEmpty()) {
            json.writeObjectFieldStart("layers");
            for (var layer : document.layers()) {
                write(document, layer, json, provider);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Jackson reads such a value, but no such key. */
    private static void checkKeys(Document document, SerializerProvider provider) throws JsonMappingException {
        for (var key : document.metadata().keySet()) {
            if (Columns.hasUnpairedSurrogate(key)) {
                provider.reportMappingProblem("the metadata key '%s' has an unpaired surrogate", key);
            }
        }
    }

    private static void write(Document document, Layer<?> layer, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        var type = provider.constructType(layer.type());
        json.writeFieldName(layer.name());
        provider.findTypedValueSerializer(type, true, null).serialize(document.get(layer), json, provider);
    }
}
