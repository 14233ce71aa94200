package org.dragoman.cli;

import org.dragoman.annotators.language.LanguageIdentifier;
import org.dragoman.corpora.AtomicFile;
import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.CorpusWriter;
import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.filter.Filter;
import org.dragoman.corpora.filter.FilterPass;
import org.dragoman.corpora.format.PlainLines;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.eval.table.TableFormat;
import org.dragoman.pipeline.Label;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code dragoman corpus filter}. */
@Command(
        name = "filter",
        description = {
            "Leaves out of a corpus what is broken, doubled, copied, in the wrong script or of the wrong length.",
            "",
            "Filters are asked in this order, and the first that refuses counts: --not-empty, --well-formed, --min-length and --max-length,"
                    + " --max-ratio, --scripts, --source-language and --target-language, --copy, --numbers, --unique. What is kept stays in its order."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman corpus filter raw.tsv --output clean.tsv --not-empty --max-length 100 --max-ratio 3 --unique pair",
            "  dragoman corpus filter a.en a.ru --output b.en --output b.ru --scripts Latin,Cyrillic --dropped dropped.jsonl",
            "  dragoman corpus filter raw.tsv --output clean.tsv --source-language en --target-language de"
        })
final class CorpusFilterCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..2", description = "The corpus; two files for aligned text.")
    private List<Path> files;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "What is kept; given twice for aligned text.")
    private List<Path> output;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            description =
                    "What is written. Default: aligned for two files, or else what the end of the name says, or else as read.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--dropped",
            paramLabel = "FILE",
            description = "What is not kept, as JSON lines with the name of the filter.")
    private Optional<Path> dropped = Optional.empty();

    @Option(names = "--json", description = "Print the counts as JSON to the standard output.")
    private boolean json;

    @Mixin
    private FilterOptions filters;

    @Mixin
    private CorpusOptions corpus;

    private Counts counts = new Counts(0, 0, List.of(), 0);

    CorpusFilterCommand(Console console) {
        this.console = console;
    }

    /** What {@code --json} prints; incomplete pairs are those that the reader of a format passed over. */
    record Counts(long read, long kept, List<FilterPass.Refused> refused, long incomplete) {}

    @Override
    public Integer call() {
        if (filters.identifier().isEmpty()) {
            filter(filters.anyLanguage() || corpus.languages().isEmpty() ? Optional.empty() : Optional.of(standard()));
            return ExitCode.DONE;
        }
        try (var pipeline = Pipeline.read(filters.identifier().get())) {
            if (!pipeline.provides().contains(Layers.LANGUAGE)) {
                throw new IllegalArgumentException(
                        "the pipeline of --identifier has no step that finds the language of documents: "
                                + pipeline.explain());
            }
            filter(Optional.of(text -> pipeline.process(text)
                    .find(Layers.LANGUAGE)
                    .map(Label::name)
                    .orElse("")));
        }
        return ExitCode.DONE;
    }

    /** The identifier that comes along, if it knows what is asked. */
    private Function<String, String> standard() {
        var identifier = LanguageIdentifier.standard();
        var known = identifier.languages();
        for (var language : corpus.languages()) {
            if (!known.contains(language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0])) {
                throw new IllegalArgumentException(
                        "the identifier that comes along doesn't know the language \"" + language
                                + "\", only " + String.join(", ", known)
                                + "; name another with --identifier, or check none with --any-language");
            }
        }
        return identifier::language;
    }

    private void filter(Optional<Function<String, String>> identify) {
        var format = corpus.format(files);
        if (format.isPresent()) {
            var steps = filters.ofPairs(identify, corpus);
            var settings = corpus.settings();
            var written = CorpusOptions.written(to, output, format.get());
            checkPlaces(format.get().filesRead(files, settings), written.filesWritten(output, settings));
            try (var reader = format.get().open(files, settings);
                    var writer = written.writer(output, settings)) {
                filter(reader, writer, steps, CorpusFilterCommand::fields);
            }
        } else {
            var steps = filters.ofLines(identify, corpus);
            checkPlaces(files, output);
            try (var reader = PlainLines.open(CorpusOptions.single(files));
                    var writer = PlainLines.writer(CorpusOptions.single(output))) {
                filter(reader, writer, steps, line -> Map.of("text", line));
            }
        }
    }

    private void checkPlaces(List<Path> read, List<Path> written) {
        FilePlaces.check(read, Stream.concat(written.stream(), dropped.stream()).toList());
    }

    private static Map<String, String> fields(SentencePair pair) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("source", pair.source());
        fields.put("target", pair.target());
        return fields;
    }

    private <T> void filter(
            CorpusReader<T> reader,
            CorpusWriter<T> writer,
            List<Filter<T>> steps,
            Function<T, Map<String, String>> fields) {
        if (dropped.isPresent()) {
            AtomicFile.writeText(
                    dropped.get(),
                    out -> filter(reader, writer, steps, (item, filter) -> {
                        var line = new LinkedHashMap<String, Object>();
                        line.put("line", reader.lineNumber());
                        line.put("filter", filter);
                        line.putAll(fields.apply(item));
                        writeDropped(Json.line(line), out);
                    }));
        } else {
            filter(reader, writer, steps, (item, filter) -> {});
        }
        writer.finish();
        print();
    }

    private <T> void filter(
            CorpusReader<T> reader, CorpusWriter<T> writer, List<Filter<T>> steps, BiConsumer<T, String> refused) {
        var pass = new FilterPass<>(reader, steps, refused);
        var kept = 0L;
        for (; pass.hasNext(); kept++) {
            writer.write(pass.next());
        }
        writer.complete();
        counts = new Counts(pass.read(), kept, pass.refused(), reader.dropped());
    }

    private void writeDropped(String line, Writer out) {
        try {
            out.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + dropped.orElseThrow() + ": " + e.getMessage(), e);
        }
    }

    private void print() {
        if (json) {
            Json.print(console.out(), counts);
            return;
        }
        var rows = new ArrayList<List<Cell>>();
        rows.add(List.of(Cell.of("read"), Cell.of(counts.read())));
        counts.refused().forEach(refused -> rows.add(List.of(Cell.of(refused.filter()), Cell.of(refused.count()))));
        rows.add(List.of(Cell.of("kept"), Cell.of(counts.kept())));
        if (counts.incomplete() > 0) {
            rows.add(List.of(Cell.of("passed over, without a target"), Cell.of(counts.incomplete())));
        }
        console.err().print(TableFormat.TEXT.write(new Table(List.of(Column.of("filter"), Column.of("items")), rows)));
    }
}
