package org.dragoman.cli;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.CorpusWriter;
import org.dragoman.corpora.LabelledText;
import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.TagSchemeException;
import org.dragoman.corpora.format.CorpusFormat;
import org.dragoman.corpora.format.LabelledFormat;
import org.dragoman.corpora.format.LabelledSettings;
import org.dragoman.corpora.format.ParallelFormat;
import org.dragoman.corpora.format.TaggedFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code dragoman corpus convert}. */
@Command(
        name = "convert",
        description = {
            "Writes the texts of a corpus in another format, each as it is or not at all.",
            "",
            "Formats, of which the names of files tell most:",
            "  parallel text   aligned, moses, tsv, tmx, xliff, xliff2, jsonl",
            "  tagged text     tags, iob1, iob2, iobes, bilou, conllu",
            "  labelled text   labelled-tsv, csv, labelled-jsonl",
            "",
            "IN may be packed with gzip, or be a zip archive with one file in it or ARCHIVE.zip!FILE; FILE.gz is packed with gzip."
                    + " Options about columns are about IN; what is written has label and text, or token and tag, and nothing else of"
                    + " what IN holds."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman corpus convert memory.tmx --source-language en --target-language de --output memory.tsv.gz",
            "  dragoman corpus convert train.de train.en --output train.jsonl --source-field de --target-field en",
            "  dragoman corpus convert wikigold.conll.txt --from iob1 --output wikigold.bilou"
        })
final class CorpusConvertCommand implements Callable<Integer> {
    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");

    private final Console console;

    @Parameters(paramLabel = "IN", arity = "1..2", description = "The corpus; two files if it is aligned.")
    private List<Path> in;

    @Option(names = "--from", paramLabel = "FORMAT", description = "Format of IN.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "FORMAT", description = "Format of FILE.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "File to write; given twice, the two of an aligned corpus.")
    private List<Path> out;

    @Option(
            names = "--flatten",
            description =
                    "Make a space of each run of TABs and line ends in a text; else a text that FILE can't hold is an error.")
    private boolean flattens;

    @Option(names = "--output-header", description = "Begin labelled TSV or CSV with the names of the columns.")
    private boolean outputHeader;

    @Mixin
    private FormatOptions options;

    private long written;
    private long flattened;

    CorpusConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var formats = FormatChoice.of(from, in, to, out);
        var dropped = convert(formats.from(), formats.to());
        console.err().println(summary(formats.from(), dropped));
        return ExitCode.DONE;
    }

    private long convert(CorpusFormat<?, ?> from, CorpusFormat<?, ?> to) {
        if (from instanceof ParallelFormat reads && to instanceof ParallelFormat writes) {
            var settings = options.parallel();
            return convert(reads, settings, writes, settings, this::flat);
        }
        if (from instanceof LabelledFormat reads && to instanceof LabelledFormat writes) {
            return convert(reads, options.labelled(), writes, outputSettings(), this::flat);
        }
        if (from == TaggedFormat.CONLLU && to == TaggedFormat.CONLLU) {
            throw new IllegalArgumentException(
                    "of CoNLL-U only words and one tag are read, so converting it to itself would lose the rest");
        }
        if (flattens) {
            throw new IllegalArgumentException(
                    "--flatten is for parallel and labelled text; a token has no white space");
        }
        var settings = options.tagged();
        return convert((TaggedFormat) from, settings, (TaggedFormat) to, settings, UnaryOperator.identity());
    }

    private LabelledSettings outputSettings() {
        var input = options.labelled();
        return new LabelledSettings(Optional.empty(), Optional.empty(), outputHeader, input.delimiter());
    }

    /** Converts everything, and says how much of the input was passed over. */
    private <T, S> long convert(
            CorpusFormat<T, S> from, S input, CorpusFormat<T, S> to, S output, UnaryOperator<T> change) {
        try (var reader = from.open(in, input);
                var writer = to.writer(out, output)) {
            while (reader.hasNext()) {
                write(reader, change.apply(reader.next()), writer);
                written++;
            }
            writer.finish();
            return reader.dropped();
        } catch (TagSchemeException e) {
            throw new CorpusFormatException(e.source(), e.line(), e.problem() + " (--repair-tags does that)");
        }
    }

    /** Writes an item; what can't be written is looked for in the input, so the message names its place there. */
    private <T> void write(CorpusReader<T> reader, T item, CorpusWriter<T> writer) {
        try {
            writer.write(item);
        } catch (CorpusFormatException e) {
            var isBreak = BREAKS.matcher(item.toString()).find() && !flattens;
            var problem = "can't be written to " + e.source() + ": " + e.problem();
            throw new CorpusFormatException(
                    in.get(0).toString(),
                    reader.lineNumber(),
                    isBreak ? problem + " (--flatten makes spaces of TABs and line ends)" : problem);
        }
    }

    private SentencePair flat(SentencePair pair) {
        return counted(pair, new SentencePair(flat(pair.source()), flat(pair.target())));
    }

    private LabelledText flat(LabelledText item) {
        return counted(item, new LabelledText(flat(item.label()), flat(item.text())));
    }

    private String flat(String text) {
        return flattens ? BREAKS.matcher(text).replaceAll(" ") : text;
    }

    private <T> T counted(T before, T after) {
        flattened += before.equals(after) ? 0 : 1;
        return after;
    }

    private String summary(CorpusFormat<?, ?> from, long dropped) {
        var files = out.stream().map(Path::toString).collect(Collectors.joining(" and "));
        var summary = new StringBuilder(
                String.format(Locale.ROOT, "%s written to %s: %,d", from.kind().items(), files, written));
        if (dropped > 0) {
            summary.append(
                    String.format(Locale.ROOT, "; units passed over that lack a language or a target: %,d", dropped));
        }
        if (flattened > 0) {
            summary.append(String.format(Locale.ROOT, "; with white space made flat: %,d", flattened));
        }
        return summary.toString();
    }
}
