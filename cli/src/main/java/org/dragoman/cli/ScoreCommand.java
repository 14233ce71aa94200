package org.dragoman.cli;

import org.dragoman.corpora.ByteOrderMark;
import org.dragoman.corpora.Lines;
import org.dragoman.eval.SegmentFiles;
import org.dragoman.eval.SystemCounts;
import org.dragoman.eval.report.Page;
import org.dragoman.eval.report.RunRecord;
import org.dragoman.eval.report.ScoredOutput;
import org.dragoman.eval.report.TranslationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code dragoman score}: how good translations are that lie in files. */
@Command(
        name = "score",
        description = {
            "Scores translations against one or more references, line by line.",
            "",
            "Scores equal those of sacreBLEU with the same settings; the signature says which they were. With --compare, an asterisk"
                    + " marks a difference from HYP that chance explains in less than 5 %% of the samples."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman score output.txt --reference reference.txt --metrics bleu,chrf,ter --confidence",
            "  dragoman score baseline.txt --compare better.txt --reference reference.txt --report comparison"
        })
final class ScoreCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "HYP", description = "File with one translated segment a line; - for the standard input.")
    private String hypothesis;

    @Option(
            names = "--reference",
            paramLabel = "REF",
            required = true,
            description = "File with a reference for each line of HYP; may be given several times.")
    private List<Path> references;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "Another system's output, to be compared with HYP; may be given several times.")
    private List<String> others = List.of();

    @Option(names = "--source", paramLabel = "FILE", description = "What was translated, for the report.")
    private Optional<Path> source = Optional.empty();

    @Option(names = "--sentences", description = "Score each line by itself.")
    private boolean sentences;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write a page with scores, analyses and the worst lines to DIR/index.html.")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--short-signature", description = "Print signatures in their short form.")
    private boolean shortSignature;

    @Mixin
    private MetricOptions metrics;

    @Mixin
    private SignificanceOptions significance;

    @Mixin
    private ResultOptions results;

    ScoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        var counts = count(sentences
                || report.isPresent()
                || significance.needsLines(systems().size()));
        if (sentences) {
            var scores = new SentenceScores(counts.get(0), results.width());
            results.print(console, scores.json(), scores::table);
            return ExitCode.DONE;
        }
        var scores = new ScoreTable(significance.results(counts), results.width());
        print(scores);
        report.ifPresent(folder -> write(folder, scores, counts));
        return ExitCode.DONE;
    }

    private void check() {
        results.width();
        metrics.metrics(sentences);
        if (sentences && (!others.isEmpty() || report.isPresent())) {
            throw new IllegalArgumentException(
                    "--sentences scores one file, so it goes neither with --compare nor with --report");
        }
        if (report.isPresent() && systems().contains(STANDARD_INPUT)) {
            throw new IllegalArgumentException("--report reads the files again, so HYP must not be the standard input");
        }
    }

    private List<String> systems() {
        return Stream.concat(Stream.of(hypothesis), others.stream()).toList();
    }

    /** The systems' file names without their folders, if that tells them apart. */
    private List<String> names() {
        var names = systems().stream()
                .map(file -> Optional.ofNullable(Path.of(file).getFileName())
                        .map(Path::toString)
                        .orElse(file))
                .toList();
        return names.stream().distinct().count() == names.size() ? names : systems();
    }

    private List<SystemCounts> count(boolean keepsLines) {
        var outputs = systems().stream().map(this::open).toList();
        var expected = references.stream().map(file -> open(file.toString())).toList();
        try (var files = new SegmentFiles(outputs, expected)) {
            if (!files.hasNext()) {
                throw new Failure(hypothesis + " has no lines, so there is nothing to score");
            }
            return SystemCounts.of(names(), files, metrics.metrics(sentences), keepsLines);
        }
    }

    /** A byte order mark is kept, as the tool whose scores these equal keeps it. */
    private Lines open(String file) {
        return file.equals(STANDARD_INPUT)
                ? Lines.of(console.in(), "standard input", ByteOrderMark.KEEP)
                : Lines.open(Path.of(file), ByteOrderMark.KEEP);
    }

    private void print(ScoreTable scores) {
        if (results.isText()) {
            console.out().print(scores.text(shortSignature));
        } else {
            results.print(console, Map.of("systems", scores.json()), scores::table);
        }
    }

    private void write(Path folder, ScoreTable scores, List<SystemCounts> counts) {
        var outputs = new ArrayList<ScoredOutput>();
        for (var i = 0; i < counts.size(); i++) {
            var lines = Lines.readAll(Path.of(systems().get(i)), ByteOrderMark.KEEP);
            outputs.add(new ScoredOutput(lines, counts.get(i)));
        }
        var expected = references.stream()
                .map(file -> Lines.readAll(file, ByteOrderMark.KEEP))
                .toList();
        var sources = source.map(Lines::readAll);
        if (sources.isPresent() && sources.get().size() != expected.get(0).size()) {
            throw new Failure(source.get() + " has " + sources.get().size() + " lines, but " + references.get(0)
                    + " has " + expected.get(0).size() + "; line n of one must belong to line n of the other");
        }
        var page = new Page(
                "Evaluation of " + String.join(", ", names()),
                expected.get(0).size() + " lines against " + references.size()
                        + (references.size() == 1 ? " reference." : " references."));
        page.section("Scores", scores::addTo);
        new TranslationReport(outputs, byLine(expected), sources, significance.seed()).addTo(page);
        page.section("How this was made", runRecord()::addTo);
        console.err().println("report: " + ReportFolder.write(folder, page));
    }

    /** For each line its references. */
    private static List<List<String>> byLine(List<List<String>> files) {
        return IntStream.range(0, files.get(0).size())
                .mapToObj(line -> files.stream().map(file -> file.get(line)).toList())
                .toList();
    }

    private RunRecord runRecord() {
        var record = RunRecord.begin(Instant.now())
                .with("Command", Invocation.of(spec))
                .with("Seed", Long.toString(significance.seed()));
        for (var system : systems()) {
            record = record.with(RunRecord.DataFile.of("output", Path.of(system)));
        }
        for (var reference : references) {
            record = record.with(RunRecord.DataFile.of("reference", reference));
        }
        return source.isPresent() ? record.with(RunRecord.DataFile.of("source", source.get())) : record;
    }
}
