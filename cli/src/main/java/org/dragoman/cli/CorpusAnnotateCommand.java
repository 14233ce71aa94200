package org.dragoman.cli;

import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.format.PlainLines;
import org.dragoman.nmt.translate.SourceSteps;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.Result;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.io.DocumentJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code dragoman corpus annotate}. */
@Command(
        name = "annotate",
        description = {
            "Annotates the sentences of a corpus and keeps the result beside it, for training models with source factors.",
            "",
            "Each line is a document of one sentence, empty ones included, so that line n of the result is the document of line n. Of pairs, the sources are"
                    + " annotated. The layers that the wanted ones are made from are written, too."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman corpus annotate train.de --language de --layers pos,lemmas --output train.de.jsonl.gz",
            "  dragoman corpus annotate train.tsv --layers pos --output train.jsonl.gz",
            "  dragoman corpus annotate train.tok.en --tokenized --layers pos,lemmas --output train.tok.en.jsonl.gz"
        })
final class CorpusAnnotateCommand implements Callable<Integer> {
    private final Console console;
    private final DocumentJson json = new DocumentJson();

    @Parameters(paramLabel = "FILE", description = "The corpus: a sentence a line, or pairs; plain or gzipped.")
    private Path file;

    @Mixin
    private PipelineChoice choice;

    @Option(
            names = "--layers",
            paramLabel = "LAYER",
            split = ",",
            description = "The layers wanted, such as pos,lemmas; the steps are found.")
    private List<String> layers = List.of();

    @Option(
            names = "--tokenized",
            description =
                    "What stands between white space is a token, and a word: the text is tokenised already, as for a model whose"
                            + " pretokenizer is none.")
    private boolean isTokenized;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "JSON lines of documents, gzipped if the name ends in .gz; written whole or not at all.")
    private Path output;

    @Mixin
    private CorpusOptions corpus;

    CorpusAnnotateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        FilePlaces.check(Stream.concat(Stream.of(file), choice.file().stream()).toList(), List.of(output));
        var format = corpus.format(file);
        try (var pipeline = pipeline().load()) {
            if (format.isPresent()) {
                annotate(pipeline, format.get().open(List.of(file), corpus.settings()), SentencePair::source);
            } else {
                annotate(pipeline, PlainLines.open(file), Function.identity());
            }
        }
        return ExitCode.DONE;
    }

    /** @throws IllegalArgumentException if it doesn't say what to do, or there is no step for a layer */
    private Pipeline pipeline() {
        if (choice.file().isPresent() == !layers.isEmpty()) {
            throw new IllegalArgumentException(
                    "say what the corpus shall get: either --layers, such as pos,lemmas, or a file of steps by --pipeline");
        }
        if (choice.file().isEmpty()) {
            return SourceSteps.giving(layers, choice.language(), isTokenized, "--layers");
        }
        if (isTokenized) {
            throw new IllegalArgumentException(
                    "--tokenized goes with --layers; the steps of --pipeline have tokens of their own");
        }
        return choice.pipeline();
    }

    private <T> void annotate(Pipeline pipeline, CorpusReader<T> items, Function<T, String> text) {
        try (items;
                var writer = PlainLines.writer(output)) {
            var sentences = StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED), false)
                    .map(item -> document(text.apply(item), items.lineNumber(), pipeline.requires()));
            var written = write(pipeline, sentences, writer::write);
            writer.complete();
            writer.finish();
            console.err()
                    .println("annotated " + written + " sentences with "
                            + String.join(
                                    ", ",
                                    pipeline.provides().stream()
                                            .map(Layer::name)
                                            .sorted()
                                            .toList()));
        }
    }

    /** Every sentence goes through or the command fails, since lines must correspond. */
    private long write(Pipeline pipeline, Stream<Document> sentences, Consumer<String> lines) {
        var written = 0L;
        try (var results = pipeline.process(sentences)) {
            for (var result : (Iterable<Result>) results::iterator) {
                lines.accept(json.write(result.orElseThrow()));
                written++;
            }
        }
        return written;
    }

    /** A document of one line, which is a sentence unless the steps find sentences themselves. */
    private Document document(String text, long line, Set<Layer<?>> given) {
        var document = Document.of(file.getFileName() + ":" + line, text);
        return given.contains(Layers.SENTENCES)
                ? document.with(Layers.SENTENCES, text.isEmpty() ? List.of() : List.of(new Span(0, text.length())))
                : document;
    }
}
