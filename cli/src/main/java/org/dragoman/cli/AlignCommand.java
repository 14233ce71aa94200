package org.dragoman.cli;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.corpora.Lines;
import org.dragoman.eval.alignment.LayeredAlignment;
import org.dragoman.eval.alignment.WordAlignment;
import org.dragoman.eval.picture.HeatMap;
import org.dragoman.eval.picture.LinkDiagram;
import org.dragoman.eval.picture.Picture;
import org.dragoman.eval.report.AlignmentPage;
import org.dragoman.nmt.translate.AlignmentUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code dragoman align}: which words of translations belong to which of their sources, by the attention of a model. */
@Command(
        name = "align",
        description = {
            "Aligns texts and their translations, line by line, by the attention that a translation model pays to the source while it"
                    + " is made to write the translation.",
            "",
            "pharaoh writes the links of a pair on a line, as 0-0 1-2; json an object with words, weights and links; csv a row for each"
                    + " weight. Both have every layer and head, or just the attention that --layer or --head choose, as layer 0 and head 0. svg and png make a picture of each pair, html one"
                    + " page of all."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman align text.en text.de --to de > text.wa",
            "  dragoman align text.en text.de --model my-model --format html --lines 1-20 --units tokens --output page.html",
            "  dragoman align --source-text \"Good morning.\" --target-text \"Guten Morgen.\" --to de --format json"
        })
final class AlignCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    private static final int MOST_SECTIONS = 500; // of a page that a browser can still open

    private final Console console;

    @Parameters(
            paramLabel = "FILES",
            arity = "0..2",
            description = "SOURCE and TARGET: texts with as many lines; one of them may be - for the standard input.")
    private List<String> files = List.of();

    @Option(names = "--source-text", paramLabel = "TEXT", description = "One sentence, in place of a file.")
    private Optional<String> sourceText = Optional.empty();

    @Option(names = "--target-text", paramLabel = "TEXT", description = "Its translation.")
    private Optional<String> targetText = Optional.empty();

    @Option(
            names = "--lines",
            paramLabel = "NUMBERS",
            converter = LineChoice.Converter.class,
            description = "Only these lines, such as 3,7-9.")
    private LineChoice lines = LineChoice.ALL;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "PHARAOH",
            description = "pharaoh, json, csv, svg, png or html. Default: pharaoh.")
    private Format format;

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description = "File to write, in place of the standard output; of svg and png the folder, which is needed.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--units",
            paramLabel = "UNIT",
            defaultValue = "WORDS",
            description =
                    "What is aligned: words, which white space divides; tokens, words and punctuation marks, for text that isn't"
                            + " tokenised; pieces, the model's subwords and the end of the source. Default: words.")
    private Unit unit;

    @Option(
            names = "--picture",
            paramLabel = "KIND",
            defaultValue = "HEATMAP",
            description = "What svg and png show: heatmap or links. Default: heatmap.")
    private Kind kind;

    @Mixin
    private ModelChoice model;

    @Mixin
    private AlignerOptions options;

    /** How alignments are written. */
    enum Format {
        PHARAOH,
        JSON,
        CSV,
        SVG,
        PNG,
        HTML
    }

    /** What is aligned. */
    enum Unit {
        WORDS,
        TOKENS,
        PIECES
    }

    /** What a picture is like. */
    enum Kind {
        HEATMAP,
        LINKS
    }

    AlignCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        var units = AlignmentUnit.valueOf(unit.name());
        options.check(units);
        var request = model.request(SearchChoice.NONE);
        try (var pairs = open();
                var aligner = options.open(request, units)) {
            switch (format) {
                case SVG, PNG -> draw(pairs, aligner, output.orElseThrow());
                case HTML -> writePage(pairs, aligner);
                default -> writeLines(pairs, aligner);
            }
        }
        return ExitCode.DONE;
    }

    private void check() {
        var texts = sourceText.isPresent() || targetText.isPresent();
        if (texts && (sourceText.isEmpty() || targetText.isEmpty() || !files.isEmpty())) {
            throw new IllegalArgumentException("--source-text and --target-text go together, and without files");
        }
        if (!texts && files.size() != 2) {
            throw new IllegalArgumentException(
                    "two files are needed, SOURCE and TARGET, or else --source-text and --target-text; got " + files);
        }
        if (files.stream().allMatch(STANDARD_INPUT::equals) && !texts) {
            throw new IllegalArgumentException("only one of SOURCE and TARGET can be the standard input");
        }
        if ((format == Format.SVG || format == Format.PNG) && kind == Kind.HEATMAP && options.chooseLinks()) {
            throw new IllegalArgumentException(
                    "a heat map shows weights, not links, so --links and --reverse-model don't go with it;"
                            + " draw links by --picture links");
        }
        if ((format == Format.SVG || format == Format.PNG) && output.isEmpty()) {
            throw new IllegalArgumentException("missing --output DIR: pictures are written to a folder, one a line");
        }
    }

    private NumberedPairs open() {
        var source = sourceText.map(text -> lines("--source-text", text)).orElseGet(() -> open(files.get(0)));
        try {
            var target = targetText.map(text -> lines("--target-text", text)).orElseGet(() -> open(files.get(1)));
            return new NumberedPairs(source, target, lines);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static Lines lines(String name, String text) {
        return Lines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
    }

    private Lines open(String file) {
        return file.equals(STANDARD_INPUT) ? Lines.of(console.in(), "standard input") : Lines.open(Path.of(file));
    }

    private void writeLines(NumberedPairs pairs, SentenceAligner aligner) {
        var form = AlignmentLines.valueOf(format.name());
        if (output.isPresent()) {
            AtomicFile.writeText(output.get(), out -> form.write(aligner.align(pairs), out));
            return;
        }
        try {
            var out = new OutputStreamWriter(console.out(), StandardCharsets.UTF_8);
            form.write(aligner.align(pairs), out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the standard output: " + e.getMessage(), e);
        }
    }

    private void draw(NumberedPairs pairs, SentenceAligner aligner, Path folder) {
        ReportFolder.create(folder);
        for (var chunk : aligner.align(pairs)) {
            for (var aligned : chunk) {
                var extension = format.name().toLowerCase(Locale.ROOT);
                var name = String.format(Locale.ROOT, "line-%04d.%s", aligned.line(), extension);
                picture(aligned).write(folder.resolve(name));
            }
        }
    }

    private Picture picture(SentenceAligner.Aligned aligned) {
        var alignment = aligned.chosen();
        if (kind == Kind.HEATMAP) {
            return HeatMap.of(alignment);
        }
        return options.chooseLinks()
                ? LinkDiagram.of(alignment.source(), alignment.target(), aligned.links(), "")
                : LinkDiagram.of(alignment);
    }

    private void writePage(NumberedPairs pairs, SentenceAligner aligner) {
        var alignments = new ArrayList<LayeredAlignment>();
        var links = new ArrayList<WordAlignment>();
        var numbers = new ArrayList<String>();
        for (var chunk : aligner.align(pairs)) {
            chunk.forEach(aligned -> alignments.add(aligned.heads()));
            chunk.forEach(aligned -> links.add(aligned.links()));
            chunk.forEach(aligned -> numbers.add(Long.toString(aligned.line())));
            if (alignments.size() > MOST_SECTIONS) {
                throw new Failure("a page has " + MOST_SECTIONS
                        + " alignments at most, and there are more; choose some by --lines, such as --lines 1-50");
            }
        }
        var chosen = lines.ranges().isEmpty() ? "" : " Lines " + String.join(", ", numbers) + ".";
        var page =
                AlignmentPage.of("Alignments", aligner.describe() + chosen, alignments, options.describeLinks(), links);
        output.ifPresentOrElse(page::write, () -> console.out().print(page.html()));
    }
}
