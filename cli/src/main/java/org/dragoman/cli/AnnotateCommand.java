package org.dragoman.cli;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code dragoman annotate}: documents with layers. */
@Command(
        name = "annotate",
        description = {
            "Annotates documents with all layers that there are for their language, or what a pipeline file, a preset or a list of"
                    + " layers says.",
            "",
            "English: sentences, tokens, words, parts of speech, lemmas, stems, entities, sentiment. German: the first six."
                    + " French: those without lemmas.",
            "",
            "A document that fails is left out and told; the others go on. What is read with layers (--from json, jsonl, conllu or brat)"
                    + " keeps them, and gets others only on request, so that this also turns formats into each other."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman annotate letter.txt --format conllu",
            "  dragoman annotate brief.txt --language de",
            "  echo \"Time flies.\" | dragoman annotate - --format json",
            "  dragoman annotate a.txt b.txt --pipeline steps.json --output annotated.jsonl",
            "  dragoman annotate letters/ --preset en --format html --output pages/",
            "  dragoman annotate letters/ --format csv --output letters.csv",
            "  dragoman annotate annotated.jsonl --from jsonl --layers stems --format jsonl",
            "  dragoman annotate letters/ --layers pos,stems --explain"
        })
final class AnnotateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Files in UTF-8, or folders, of which the files are taken that --from reads: .txt, .text for text, .json, .jsonl,"
                            + " .conllu, .ann for the others; - or nothing for the standard input.")
    private List<String> inputs = List.of();

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "What is read: text (a document a file), json, jsonl (a document a line), conllu, or brat (.ann with the .txt"
                            + " beside). Default: text.")
    private InputFormat from;

    @Mixin
    private PipelineChoice choice;

    @Option(
            names = "--preset",
            paramLabel = "LANG",
            description = "What is usual for a language instead: en, de or fr, as far as there are annotators for it.")
    private Optional<String> preset = Optional.empty();

    @Option(
            names = "--layers",
            paramLabel = "LAYER",
            split = ",",
            description =
                    "The layers wanted instead, such as pos,stems; the steps are found. Layers that the first document has already"
                            + " are not made again.")
    private List<String> layers = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description =
                    "json (of several documents one a line), jsonl, conllu, brat (entities), html (to look at), or csv (a row a"
                            + " document). Default: json.")
    private AnnotationFormat format;

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description =
                    "File to write, whole or not at all; or a folder, made if need be, for a file a source of the same name: always for"
                            + " brat, and for json, conllu and html if a folder is read and this doesn't end in .json, .conllu or .html."
                            + " Default: the standard output.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--explain",
            description =
                    "Write no documents, but the plan: the steps in order, what each needs and adds, what does it with which settings;"
                            + " and, if there are inputs, what time and memory each takes for them in one thread.")
    private boolean explain;

    AnnotateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkOptions();
        if (explain && inputs.isEmpty()) {
            try (var pipeline = pipeline(Set.of())) {
                console.out().println(pipeline.explain());
            }
            return ExitCode.DONE;
        }
        var sources = InputSource.of(inputs.isEmpty() ? List.of("-") : inputs, from);
        try (var documents = new InputDocuments(sources, from, console);
                var pipeline = pipeline(givenLayers(documents))) {
            if (explain) {
                explain(pipeline, documents);
            } else {
                annotate(pipeline, sources, documents);
            }
            return ExitCode.of(documents.failures() == 0);
        }
    }

    private void checkOptions() {
        if (Stream.of(choice.file().isPresent(), preset.isPresent(), !layers.isEmpty())
                        .filter(given -> given)
                        .count()
                > 1) {
            throw new IllegalArgumentException(
                    "--pipeline, --preset and --layers each say what to do; give one of them");
        }
        if (preset.isPresent() && choice.isLanguageGiven()) {
            throw new IllegalArgumentException("--preset names a language already, so it doesn't go with --language");
        }
        if (from != InputFormat.TEXT && choice.isLanguageGiven() && layers.isEmpty()) {
            throw new IllegalArgumentException("--language says how text is annotated, but what is read with --from "
                    + from.name().toLowerCase(Locale.ROOT)
                    + " gets layers only on request; say which by --layers, or name a --preset");
        }
        if (explain && output.isPresent()) {
            throw new IllegalArgumentException("--explain writes no documents, so it doesn't go with --output");
        }
        if (format.isFileEach() && !explain) {
            if (output.isEmpty()) {
                throw new IllegalArgumentException(
                        "--format brat writes two files a document; name their folder by --output");
            }
            if (from.hasSeveral()) {
                throw new IllegalArgumentException(
                        "--format brat names its files after those that are read, but a file of --from jsonl or conllu may have several documents;"
                                + " read text, json or brat, with one each");
            }
        }
    }

    /** What the first document has already, so that steps that are found needn't do it. */
    private Set<Layer<?>> givenLayers(InputDocuments documents) {
        return from == InputFormat.TEXT || !documents.hasNext()
                ? Set.of()
                : documents.peek().layers();
    }

    private Pipeline pipeline(Set<Layer<?>> given) {
        if (choice.file().isPresent()) {
            return choice.pipeline().load();
        }
        if (preset.isPresent()) {
            return Pipeline.parse(
                    "--preset " + preset.get(), Json.line(Map.of("preset", preset.get(), "given", names(given))));
        }
        if (!layers.isEmpty()) {
            return Pipeline.parse(
                    "--layers",
                    Json.line(Map.of("layers", layers, "language", choice.language(), "given", names(given))));
        }
        return from == InputFormat.TEXT ? choice.pipeline() : Pipeline.of(given, List.of());
    }

    private static List<String> names(Set<Layer<?>> layers) {
        return layers.stream().filter(Layers.all()::contains).map(Layer::name).toList();
    }

    private void explain(Pipeline pipeline, InputDocuments documents) {
        console.out().println(pipeline.explain());
        var profile = pipeline.profile(stream(documents));
        console.out().print("\n" + profile.explain());
        profile.failures().forEach(failed -> documents.fail(failed.exception().getMessage()));
    }

    private void annotate(Pipeline pipeline, List<InputSource> sources, InputDocuments documents) {
        if (from == InputFormat.TEXT) {
            format.check(pipeline.provides());
        }
        pipeline.load();
        if (output.isPresent() && isFolder(output.get())) {
            checkFolder(output.get());
            var folder = new AnnotationFolder(output.get(), format, sources, from, documents);
            try (var results = pipeline.process(stream(documents))) {
                folder.write(done(results.iterator(), documents).iterator());
            }
            return;
        }
        var toFile = output.map(path -> new AnnotationFile(path, format, sources, documents));
        var title = sources.stream().map(InputSource::name).limit(1).collect(Collectors.joining());
        try (var results = pipeline.process(stream(documents))) {
            var annotated = done(results.iterator(), documents).map(AnnotationFolder.Annotated::document);
            toFile.ifPresentOrElse(file -> file.write(title, annotated), () -> writeToConsole(title, annotated));
        }
    }

    private boolean isFolder(Path path) {
        if (format.isOneFile()) {
            return false;
        }
        var readsFolder = inputs.stream().anyMatch(input -> Files.isDirectory(Path.of(input)));
        return format.isFileEach()
                || Files.isDirectory(path)
                || readsFolder && !path.toString().endsWith(format.extension());
    }

    /** What is written must not be read the next time. */
    private void checkFolder(Path folder) {
        if (inputs.isEmpty() || inputs.contains("-")) {
            throw new IllegalArgumentException(
                    "--output " + folder + " is a folder, in which files are named after those that are read,"
                            + " but the standard input has no name; name a file");
        }
        var to = folder.toAbsolutePath().normalize();
        for (var input : inputs) {
            var path = Path.of(input).toAbsolutePath().normalize();
            if (Files.isDirectory(path) && (path.startsWith(to) || to.startsWith(path))) {
                throw new IllegalArgumentException("the output folder " + folder + " and the input folder " + input
                        + " must not be the same or one inside the other; choose another output folder");
            }
        }
    }

    /** The documents that went through all steps; the others are told. */
    private static Stream<AnnotationFolder.Annotated> done(Iterator<Result> results, InputDocuments documents) {
        return stream(results).flatMap(result -> {
            var source = documents.sourceOfNextResult();
            if (result instanceof Result.Failed failed) {
                documents.fail(failed.exception().getMessage());
                return Stream.empty();
            }
            return Stream.of(new AnnotationFolder.Annotated(source, result.document()));
        });
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }

    private void writeToConsole(String title, Stream<Document> documents) {
        try {
            Writer out = new OutputStreamWriter(console.out(), StandardCharsets.UTF_8);
            format.write(title, documents, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the standard output: " + e.getMessage(), e);
        }
    }
}
