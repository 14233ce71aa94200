package org.dragoman.cli;

import org.dragoman.corpora.Lines;
import org.dragoman.nmt.documents.StrictUtf8;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.io.Brat;
import org.dragoman.pipeline.io.ConlluReader;
import org.dragoman.pipeline.io.DocumentJson;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the files to annotate hold. */
enum InputFormat {
    /** Plain text, a document each. */
    TEXT(List.of(".txt", ".text")) {
        @Override
        Stream<Document> read(InputSource source, InputStream in) throws IOException {
            return Stream.of(Document.of(source.name(), StrictUtf8.decode(in.readAllBytes(), 1)));
        }
    },
    /** A document each, with its layers. */
    JSON(List.of(".json")) {
        @Override
        Stream<Document> read(InputSource source, InputStream in) throws IOException {
            return Stream.of(new DocumentJson().read(source.place(), StrictUtf8.decode(in.readAllBytes(), 1)));
        }
    },
    /** A document a line, with its layers. */
    JSONL(List.of(".jsonl", ".jsonl.gz")) {
        @Override
        Stream<Document> read(InputSource source, InputStream in) {
            var json = new DocumentJson();
            return Lines.of(in, source.place()).stream()
                    .filter(line -> !line.text().isBlank())
                    .map(line -> json.read(source.place() + ":" + line.number(), line.text()));
        }
    },
    /** Sentences and tokens in the columns of Universal Dependencies. */
    CONLLU(List.of(".conllu")) {
        @Override
        Stream<Document> read(InputSource source, InputStream in) {
            var decoder = StandardCharsets.UTF_8.newDecoder(); // which refuses what is not UTF-8
            return new ConlluReader().read(source.place(), new BufferedReader(new InputStreamReader(in, decoder)));
        }
    },
    /** A text with entities in a file beside it, whose name ends in {@code .ann}. */
    BRAT(List.of(".ann")) {
        @Override
        Stream<Document> read(InputSource source, InputStream in) throws IOException {
            var file = source.file()
                    .orElseThrow(
                            () -> new IllegalArgumentException(
                                    "--from brat reads a text and the annotations beside it, so it needs files, not the standard input"));
            var text = file.resolveSibling(withoutExtension(file.getFileName().toString()) + ".txt");
            return Stream.of(new Brat()
                    .read(source.name(), decode(text), source.place(), StrictUtf8.decode(in.readAllBytes(), 1)));
        }
    };

    private final List<String> extensions;

    InputFormat(List<String> extensions) {
        this.extensions = extensions;
    }

    /** How the names of files end that are taken from a folder. */
    List<String> extensions() {
        return extensions;
    }

    boolean isIn(Path file) {
        var name = file.getFileName().toString();
        return extensions.stream().anyMatch(name::endsWith);
    }

    /** A name without the ending that such files have; another ending stays. */
    String withoutExtension(String name) {
        return extensions.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(end -> name.substring(0, name.length() - end.length()))
                .orElse(name);
    }

    /** Whether a file may hold several documents. */
    boolean hasSeveral() {
        return this == JSONL || this == CONLLU;
    }

    /** Reads the documents of a file as they are asked for; the caller closes {@code in}. */
    abstract Stream<Document> read(InputSource source, InputStream in) throws IOException;

    private static String decode(Path file) throws IOException {
        try {
            return StrictUtf8.decode(Files.readAllBytes(file), 1);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no text " + file + " for these annotations", e);
        }
    }
}
