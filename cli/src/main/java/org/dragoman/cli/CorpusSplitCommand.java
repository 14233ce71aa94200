package org.dragoman.cli;

import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.CorpusWriter;
import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.format.ParallelFormat;
import org.dragoman.corpora.format.PlainLines;
import org.dragoman.corpora.split.ShareSplit;
import org.dragoman.corpora.split.SizeSplit;
import org.dragoman.corpora.split.Split;
import org.dragoman.corpora.text.TextKey;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** {@code dragoman corpus split}. */
@Command(
        name = "split",
        description = {
            "Divides a corpus into parts, such as training, development and test, by a hash of each source.",
            "",
            "The same source always falls into the same part, whatever the order of the corpus and whatever is added to it; so none gets from"
                    + " training into test. With exact sizes, new sources can move others from one part to the next."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman corpus split clean.tsv --parts train=0.98,dev=0.01,test=0.01 --output data",
            "  dragoman corpus split clean.en clean.de --parts dev=1000,test=1000,train=rest --output data"
        })
final class CorpusSplitCommand implements Callable<Integer> {
    private static final String REST = "rest";

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..2", description = "The corpus; two files for aligned text.")
    private List<Path> files;

    @Option(
            names = "--parts",
            paramLabel = "NAME=N",
            split = ",",
            required = true,
            description =
                    "Names of the parts with their shares, which add up to 1; or with numbers of pairs, and \"rest\" for one of them.")
    private Map<String, String> parts;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Folder in which each part gets a file with its name, or two.")
    private Path output;

    @Option(names = "--to", paramLabel = "FORMAT", description = "What is written. Default: as read.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another number gives another split. Default: 1.")
    private long seed;

    @Option(
            names = "--normalize",
            description = "Sources that differ in case, punctuation or spacing only stay together, too.")
    private boolean normalize;

    @Mixin
    private CorpusOptions corpus;

    @Mixin
    private ResultOptions results;

    CorpusSplitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        results.width();
        var format = corpus.format(files);
        if (format.isPresent()) {
            var settings = corpus.settings();
            var written = to.map(ParallelFormat::of).orElse(format.get());
            FilePlaces.check(
                    format.get().filesRead(files, settings),
                    parts.keySet().stream()
                            .flatMap(part -> written.filesWritten(outputOf(part, written), settings).stream())
                            .toList());
            split(
                    () -> format.get().open(files, settings),
                    part -> written.writer(outputOf(part, written), settings),
                    SentencePair::source);
        } else {
            var file = CorpusOptions.single(files);
            FilePlaces.check(
                    files,
                    parts.keySet().stream().map(part -> lineFile(part, file)).toList());
            split(() -> PlainLines.open(file), part -> PlainLines.writer(lineFile(part, file)), Function.identity());
        }
        return ExitCode.DONE;
    }

    private <T> void split(
            Supplier<CorpusReader<T>> corpusReader,
            Function<String, CorpusWriter<T>> partWriter,
            Function<T, String> source) {
        var split = split(corpusReader, source);
        try (var folder = OutputFolder.make(output);
                var reader = corpusReader.get()) {
            var counts = write(split, reader, partWriter, source);
            folder.keep();
            print(split.parts(), counts);
        }
    }

    private static <T> long[] write(
            Split split,
            CorpusReader<T> reader,
            Function<String, CorpusWriter<T>> partWriter,
            Function<T, String> source) {
        var writers = new ArrayList<CorpusWriter<T>>();
        try {
            for (var part : split.parts()) {
                writers.add(partWriter.apply(part));
            }
            var counts = new long[writers.size()];
            while (reader.hasNext()) {
                var item = reader.next();
                var part = split.partOf(source.apply(item));
                writers.get(part).write(item);
                counts[part]++;
            }
            writers.forEach(CorpusWriter::complete);
            writers.forEach(CorpusWriter::finish);
            return counts;
        } finally {
            writers.forEach(CorpusWriter::close);
        }
    }

    private <T> Split split(Supplier<CorpusReader<T>> corpusReader, Function<T, String> source) {
        var key = normalize ? TextKey.NORMALIZED : TextKey.EXACT;
        var rest = parts.keySet().stream()
                .filter(part -> parts.get(part).equals(REST))
                .toList();
        if (rest.isEmpty()) {
            return new ShareSplit(
                    parts.keySet().stream()
                            .map(part -> new ShareSplit.Part(part, number(part)))
                            .toList(),
                    seed,
                    key);
        }
        if (rest.size() > 1) {
            throw new IllegalArgumentException("only one part can have the rest, got " + String.join(", ", rest));
        }
        var sized = parts.keySet().stream()
                .filter(part -> !part.equals(rest.get(0)))
                .map(part -> new SizeSplit.Part(part, size(part)))
                .toList();
        try (var reader = corpusReader.get()) {
            return new SizeSplit(mapped(reader, source), sized, rest.get(0), seed, key);
        }
    }

    private double number(String part) {
        try {
            return Double.parseDouble(parts.get(part));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--parts needs shares that add up to 1, or numbers of pairs and one \"rest\"; got " + part + "="
                            + parts.get(part),
                    e);
        }
    }

    private int size(String part) {
        var number = number(part);
        if (number != Math.rint(number) || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "beside a part with the rest, --parts needs whole numbers, got " + part + "=" + parts.get(part));
        }
        return (int) number;
    }

    private static <T> Iterator<String> mapped(Iterator<T> items, Function<T, String> text) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public String next() {
                return text.apply(items.next());
            }
        };
    }

    /** The files of a part: its name with the end of the file that was read, or with the language for aligned text from another format. */
    private List<Path> outputOf(String part, ParallelFormat written) {
        if (written == ParallelFormat.MOSES) {
            return List.of(output.resolve(part));
        }
        if (written == ParallelFormat.ALIGNED) {
            return List.of(output.resolve(part + endOf(0)), output.resolve(part + endOf(1)));
        }
        var end =
                to.isPresent() ? "." + written.extensions().stream().findFirst().orElse("xlf") : endOf(files.get(0));
        return List.of(output.resolve(part + end));
    }

    private Path lineFile(String part, Path read) {
        return output.resolve(part + endOf(read));
    }

    private String endOf(int side) {
        if (files.size() < 2) {
            return "." + (side == 0 ? corpus.sourceLanguage() : corpus.targetLanguage());
        }
        var hasTwoEnds = !endOf(files.get(0)).equals(endOf(files.get(1)));
        return hasTwoEnds ? endOf(files.get(side)) : "." + files.get(side).getFileName();
    }

    /** Such as {@code .tsv} or {@code .de.gz}; empty where the name has no dot. */
    private static String endOf(Path file) {
        var name = file.getFileName().toString();
        var packed = name.endsWith(".gz") ? ".gz" : "";
        var plain = name.substring(0, name.length() - packed.length()).replaceAll("\\.zip$", "");
        var dot = plain.lastIndexOf('.');
        return (dot < 0 ? "" : plain.substring(dot)) + packed;
    }

    private void print(List<String> names, long... counts) {
        var byName = new LinkedHashMap<String, Long>();
        IntStream.range(0, counts.length).forEach(i -> byName.put(names.get(i), counts[i]));
        results.print(console, byName, () -> table(byName));
    }

    private Table table(Map<String, Long> counts) {
        var sum = counts.values().stream().mapToLong(Long::longValue).sum();
        var columns = List.of(Column.of("part"), Column.of("items"), Column.of("share"));
        var rows = new ArrayList<List<Cell>>();
        counts.forEach((part, count) -> rows.add(
                List.of(Cell.of(part), Cell.of(count), LabelTables.percent((double) count / sum, results.width()))));
        return new Table(columns, rows);
    }
}
