package org.dragoman.cli;

import org.dragoman.eval.table.TableFormat;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.io.Brat;
import org.dragoman.pipeline.io.ConlluWriter;
import org.dragoman.pipeline.io.DocumentJson;
import org.dragoman.pipeline.io.HtmlWriter;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** How annotated documents are written. */
enum AnnotationFormat {
    /** All layers; of several documents one a line. */
    JSON(".json", Set.of(), AnnotationFormat::lines),
    /** All layers, one document a line. */
    JSONL(".jsonl", Set.of(), AnnotationFormat::lines),
    /** Sentences and tokens in the columns of Universal Dependencies. */
    CONLLU(
            ".conllu",
            Set.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS),
            (title, documents, out) -> new ConlluWriter().writeAll(documents, out)),
    /** Entities, in a file beside the text. */
    BRAT(".ann", Set.of(Layers.ENTITIES), (title, documents, out) -> {
        for (var document : documents.toList()) {
            out.write(new Brat().write(document));
        }
    }),
    /** A page to look at. */
    HTML(".html", Set.of(), (title, documents, out) -> new HtmlWriter().writeAll(title, documents, out)),
    /** A row a document. */
    CSV(".csv", Set.of(), AnnotationFormat::rows);

    private final String extension;
    private final Set<Layer<?>> needs;
    private final Content content;

    /** Writes documents that come one after the other. */
    @FunctionalInterface
    interface Content {
        void write(String title, Stream<Document> documents, Writer out) throws IOException;
    }

    AnnotationFormat(String extension, Set<Layer<?>> needs, Content content) {
        this.extension = extension;
        this.needs = needs;
        this.content = content;
    }

    /** How names of such files end. */
    String extension() {
        return extension;
    }

    /** Whether all documents go into one file, whatever they come from. */
    boolean isOneFile() {
        return this == JSONL || this == CSV;
    }

    /** Whether each document has a file of its own. */
    boolean isFileEach() {
        return this == BRAT;
    }

    /**
     * Checks that documents with some layers can be written.
     *
     * @throws IllegalArgumentException if a layer is missing
     */
    void check(Set<Layer<?>> layers) {
        var missing = needs.stream()
                .filter(layer -> !layers.contains(layer))
                .map(Layer::name)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            List<String> there = layers.stream().map(Layer::name).sorted().toList();
            throw new IllegalArgumentException("--format " + name().toLowerCase(Locale.ROOT) + " needs the layers "
                    + missing + ", but there are only " + there + "; add them by --layers, or choose another format");
        }
    }

    /** Writes documents one after the other. */
    void write(String title, Stream<Document> documents, Writer out) throws IOException {
        content.write(title, documents, out);
    }

    private static void lines(String title, Stream<Document> documents, Writer out) {
        new DocumentJson().writeLines(documents, out);
    }

    private static void rows(String title, Stream<Document> documents, Writer out) throws IOException {
        var table = new DocumentTable();
        documents.forEachOrdered(table::add);
        out.write(TableFormat.CSV.write(table.table()));
    }
}
