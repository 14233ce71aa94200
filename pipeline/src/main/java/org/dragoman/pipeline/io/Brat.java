package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;

import java.util.List;

/**
 * Entities in brat's standoff format (https://brat.nlplab.org/standoff.html): the text in a file {@code .txt}, as it is, and its
 * annotations in a file {@code .ann} beside it.
 *
 * <pre>
 * T1	PER 0 12	Marie Curie
 * #1	AnnotatorNotes T1	born in Warsaw
 * </pre>
 *
 * <p>Offsets in the file count code points, as brat does, not UTF-16 units. An entity that goes on over the end of a line is written in
 * pieces, as brat's annotations can't hold a line end, and is put together again. Of a type, what is not a letter, digit,
 * hyphen or underscore becomes an underscore. Entities and {@link #NOTES} are all that is read and written; relations,
 * events, attributes and other notes of a file are passed over.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Brat {
    /** What annotators noted about each entity; empty where there is no note. */
    public static final Layer<List<String>> NOTES = Layer.each(Layers.ENTITIES, "brat:notes", String.class);

    /**
     * Returns the content of the {@code .ann} file of a document.
     *
     * @throws IllegalStateException if it has no {@link Layers#ENTITIES}
     * @throws IllegalArgumentException if an entity has no text but line ends and tabs, which the format can't hold
     */
    public String write(Document document) {
        return new BratFormatter(document).format();
    }

    /**
     * Reads a document. It has {@link Layers#ENTITIES}, and {@link #NOTES} if there are any.
     *
     * @param id of the document
     * @param text content of the {@code .txt} file
     * @param source name of the {@code .ann} file, for messages
     * @param annotations its content
     * @throws IllegalArgumentException if the annotations are wrong or don't fit the text; the message says where and why
     */
    public Document read(String id, String text, String source, String annotations) {
        return new BratParser(text, source).parse(annotations).addTo(Document.of(id, text));
    }
}
