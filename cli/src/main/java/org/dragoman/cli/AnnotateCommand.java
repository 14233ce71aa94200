package org.dragoman.cli;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.nmt.documents.StrictUtf8;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Result;
import org.dragoman.pipeline.io.ConlluWriter;
import org.dragoman.pipeline.io.DocumentJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** {@code dragoman annotate}: documents with layers. */
@Command(
        name = "annotate",
        description = {
            "Annotates documents with all layers that there are for their language, or what a pipeline file says.",
            "",
            "English: sentences, tokens, words, parts of speech, lemmas, stems, entities, sentiment. German: the first six."
                    + " French: those without lemmas.",
            "",
            "A document that fails is left out and told; the others go on."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman annotate letter.txt --format conllu",
            "  dragoman annotate brief.txt --language de",
            "  echo \"Time flies.\" | dragoman annotate - --format json",
            "  dragoman annotate a.txt b.txt --pipeline steps.json --output annotated.jsonl"
        })
final class AnnotateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            defaultValue = "-",
            description = "Plain text in UTF-8, a document each; - or nothing for the standard input.")
    private List<String> inputs;

    @Mixin
    private PipelineChoice choice;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json (a document a line) or conllu. Default: json.")
    private Format format;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "File to write, whole or not at all. Default: the standard output.")
    private Optional<Path> output = Optional.empty();

    /** How documents are written. */
    enum Format {
        /** One document a line, with all layers. */
        JSON(document -> new DocumentJson().write(document) + "\n"),
        /** Sentences and tokens in the columns of Universal Dependencies. */
        CONLLU(new ConlluWriter()::write);

        private final Function<Document, String> writer;

        Format(Function<Document, String> writer) {
            this.writer = writer;
        }
    }

    AnnotateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var pipeline = choice.pipeline()) {
            var count = new Failures();
            output.ifPresentOrElse(
                    file -> AtomicFile.writeText(file, out -> write(pipeline, out, count)),
                    () -> writeToConsole(pipeline, count));
            return ExitCode.of(count.failures == 0);
        }
    }

    /** How many documents could not be annotated. */
    private static final class Failures {
        private int failures;
    }

    private void writeToConsole(Pipeline pipeline, Failures count) {
        try {
            var out = new java.io.OutputStreamWriter(console.out(), java.nio.charset.StandardCharsets.UTF_8);
            write(pipeline, out, count);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the standard output: " + e.getMessage(), e);
        }
    }

    private void write(Pipeline pipeline, Writer out, Failures count) throws IOException {
        var documents = inputs.stream().map(input -> read(input, count)).flatMap(Optional::stream);
        try (var results = pipeline.process(documents)) {
            for (Iterator<Result> each = results.iterator(); each.hasNext(); ) {
                var result = each.next();
                if (result instanceof Result.Failed failed) {
                    fail(failed.exception().getMessage(), count);
                } else {
                    out.write(format.writer.apply(result.document()));
                }
            }
        }
    }

    private Optional<Document> read(String input, Failures count) {
        try {
            return Optional.of(Document.of(name(input), StrictUtf8.decode(bytes(input), 1)));
        } catch (NoSuchFileException e) {
            return fail("there is no file " + input, count);
        } catch (IOException e) {
            return fail("cannot read " + name(input) + ": " + e.getMessage(), count);
        }
    }

    private byte[] bytes(String input) throws IOException {
        return input.equals("-") ? console.in().readAllBytes() : Files.readAllBytes(Path.of(input));
    }

    private static String name(String input) {
        return input.equals("-") ? "standard input" : input;
    }

    private Optional<Document> fail(String message, Failures count) {
        console.err().println("dragoman: " + message);
        count.failures++;
        return Optional.empty();
    }
}
