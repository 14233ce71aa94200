package org.dragoman.cli;

import org.dragoman.corpora.ByteOrderMark;
import org.dragoman.corpora.Lines;
import org.dragoman.eval.Decimals;
import org.dragoman.eval.MetricCounts;
import org.dragoman.eval.Score;
import org.dragoman.eval.SegmentFiles;
import org.dragoman.eval.Statistics;
import org.dragoman.eval.SystemCounts;
import org.dragoman.eval.report.Page;
import org.dragoman.eval.report.RunRecord;
import org.dragoman.eval.report.ScoredOutput;
import org.dragoman.eval.report.TranslationReport;
import org.dragoman.eval.significance.Bootstrap;
import org.dragoman.eval.significance.ConfidenceInterval;
import org.dragoman.eval.significance.PairedTest;
import org.dragoman.eval.significance.TestedScore;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
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
        var test = significance.pairedTest(!others.isEmpty());
        var keepsLines = sentences || significance.confidence() || test.isPresent() || report.isPresent();
        var counts = count(keepsLines);
        if (sentences) {
            printSentences(counts.get(0));
        } else {
            var scored = test.map(paired -> paired.run(counts)).orElseGet(() -> untested(counts));
            print(scored);
            report.ifPresent(folder -> write(folder, scored, counts));
        }
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

    private List<PairedTest.SystemResult> untested(List<SystemCounts> systems) {
        return systems.stream()
                .map(system -> new PairedTest.SystemResult(
                        system.system(),
                        system.metrics().stream().map(this::untested).toList()))
                .toList();
    }

    private PairedTest.Result untested(MetricCounts<?, ?> counts) {
        if (!significance.confidence()) {
            return new PairedTest.Result(
                    TestedScore.untested(counts.score()), Optional.empty(), OptionalDouble.empty());
        }
        var samples = significance.intervalSamples();
        var interval = Bootstrap.interval(counts, samples, significance.seed());
        return new PairedTest.Result(
                TestedScore.resampled(counts.score(), samples, significance.seed()),
                Optional.of(interval),
                OptionalDouble.empty());
    }

    private void print(List<PairedTest.SystemResult> systems) {
        if (results.isText() && systems.size() == 1) {
            systems.get(0).results().forEach(result -> console.out().println(line(result)));
            return;
        }
        results.print(
                console,
                Map.of("systems", systems.stream().map(ScoreCommand::json).toList()),
                () -> table(systems));
        if (results.isText()) {
            systems.get(0)
                    .results()
                    .forEach(result -> console.out().println(result.score().name() + "|" + signature(result.score())));
        }
    }

    /** As sacreBLEU prints it: {@code BLEU|nrefs:1|... = 22.67 (μ = 22.69 ± 0.56) 56.2/...}. */
    private String line(PairedTest.Result result) {
        var score = result.score();
        var interval = result.interval()
                .map(i -> " (μ = " + Decimals.fixed(i.mean(), results.width()) + " ± "
                        + Decimals.fixed(i.halfWidth(), results.width()) + ")")
                .orElse("");
        var line = score.name() + "|" + signature(score) + " = " + Decimals.fixed(score.value(), results.width())
                + interval + " " + score.details();
        return line.stripTrailing();
    }

    private String signature(Score score) {
        return shortSignature ? score.signature().brief() : score.signature().toString();
    }

    private static Map<String, Object> json(PairedTest.SystemResult system) {
        var json = new LinkedHashMap<String, Object>();
        json.put("system", system.system());
        json.put("scores", system.results().stream().map(ScoreCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(PairedTest.Result result) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", result.score().name());
        json.put("score", result.score().score());
        json.put("signature", result.score().signature());
        result.interval().ifPresent(interval -> json.put("interval", interval));
        result.pValue().ifPresent(p -> json.put("pValue", p));
        return json;
    }

    private Table table(List<PairedTest.SystemResult> systems) {
        var columns = new ArrayList<Column>(List.of(Column.of("system")));
        systems.get(0).results().forEach(result -> columns.add(column(result.score())));
        var rows = new ArrayList<List<Cell>>();
        for (var system : systems) {
            var row = new ArrayList<Cell>(List.of(Cell.of(system.system())));
            system.results().forEach(result -> row.add(cell(result)));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static Column column(Score score) {
        return score.isError() ? Column.error(score.name()) : Column.score(score.name());
    }

    private Cell cell(PairedTest.Result result) {
        var cell = Cell.of(result.score().value(), results.width());
        cell = result.interval()
                .map(ConfidenceInterval::halfWidth)
                .map(cell::withHalfWidth)
                .orElse(cell);
        return result.pValue().isPresent() ? cell.withPValue(result.pValue().getAsDouble()) : cell;
    }

    private void printSentences(SystemCounts system) {
        var columns = new ArrayList<Column>(List.of(Column.of("line")));
        system.metrics().forEach(counts -> columns.add(column(counts.score())));
        var scores = system.metrics().stream().map(ScoreCommand::lineScores).toList();
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < scores.get(0).size(); i++) {
            var row = new ArrayList<Cell>(List.of(Cell.of(i + 1L)));
            for (var ofMetric : scores) {
                row.add(Cell.of(ofMetric.get(i).value(), results.width()));
            }
            rows.add(row);
        }
        results.print(
                console,
                Map.of("system", system.system(), "sentences", bySentence(scores)),
                () -> new Table(columns, rows));
    }

    private static <S extends Statistics<S>, R extends Score> List<Score> lineScores(MetricCounts<S, R> counts) {
        return counts.lines().stream()
                .map(counts.metric()::score)
                .map(Score.class::cast)
                .toList();
    }

    private static List<Map<String, Score>> bySentence(List<List<Score>> scores) {
        var sentences = new ArrayList<Map<String, Score>>();
        for (var i = 0; i < scores.get(0).size(); i++) {
            var sentence = new LinkedHashMap<String, Score>();
            for (var ofMetric : scores) {
                sentence.put(ofMetric.get(i).name(), ofMetric.get(i));
            }
            sentences.add(sentence);
        }
        return sentences;
    }

    private void write(Path folder, List<PairedTest.SystemResult> systems, List<SystemCounts> counts) {
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
        page.section("Scores", section -> scores(section, systems));
        new TranslationReport(outputs, expected, sources).addTo(page);
        var record = runRecord();
        page.section(
                "How this was made",
                section -> section.table(record.factTable()).table(record.fileTable()));
        var file = folder.resolve("index.html");
        create(folder);
        page.write(file);
        console.err().println("report: " + file);
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder + " of the report: " + e.getMessage(), e);
        }
    }

    private void scores(Page.Section section, List<PairedTest.SystemResult> systems) {
        section.table(table(systems));
        if (systems.size() > 1) {
            section.note(
                    "An asterisk marks a difference from the first system with p < 0.05; p is the share of samples in which chance"
                            + " alone makes a larger one.");
        }
        var signatures = systems.get(0).results().stream()
                .map(result -> result.score().name() + "|" + result.score().signature())
                .toList();
        section.preformatted(String.join("\n", signatures));
    }

    private RunRecord runRecord() {
        var record = RunRecord.begin(Instant.now()).with("Seed", Long.toString(significance.seed()));
        for (var system : systems()) {
            record = record.with(RunRecord.DataFile.of("output", Path.of(system)));
        }
        for (var reference : references) {
            record = record.with(RunRecord.DataFile.of("reference", reference));
        }
        return source.isPresent() ? record.with(RunRecord.DataFile.of("source", source.get())) : record;
    }
}
