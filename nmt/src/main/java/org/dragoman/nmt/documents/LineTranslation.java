package org.dragoman.nmt.documents;

import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Translates a stream of lines, such as the standard input: line n of the output is the translation of line n of the input.
 * White space at both ends of a line, its line end and lines without a letter stay as they are.
 *
 * <p>Lines are translated together as long as more are there to be read. When the input pauses, what came so far is translated
 * and written, so it also serves a conversation. Memory is bounded by the pipeline's batches.
 *
 * @param language BCP 47 tag of the target language, under which the pipeline puts its {@link Layers#TRANSLATION}
 */
public record LineTranslation(String language) {
    public LineTranslation {
        Objects.requireNonNull(language, "language");
    }

    /**
     * Translates until the input ends; closes neither stream.
     *
     * @param pipeline for plain text without layers; provides {@link Layers#TRANSLATION}
     * @param name what messages call the input
     * @param problems told of each line that cannot be translated, which is written as it came
     * @throws IllegalArgumentException if the pipeline does not translate
     * @throws UncheckedIOException if the input cannot be read or is not UTF-8, or the output cannot be written; the
     *     translations of the lines before are written
     */
    public LineReport run(Pipeline pipeline, String name, InputStream in, OutputStream out, Consumer<String> problems) {
        TranslatedRun.checkTranslates(pipeline);
        return new LineRun(name, language, new LineFeed(name, in), out, problems).run(pipeline);
    }
}
