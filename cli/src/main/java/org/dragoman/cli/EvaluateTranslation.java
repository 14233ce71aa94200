package org.dragoman.cli;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.corpora.ParallelCorpus;
import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.TestSet;
import org.dragoman.nmt.translate.CorpusTranslation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** {@code dragoman evaluate translation}. */
@Command(
        name = "translation",
        description = {
            "Translates the sources of a parallel corpus and scores the translations.",
            "",
            "Scores come in two ways: each different source once, with all its translations in the corpus as references; and row by"
                    + " row, each against its own references alone. Where no source stands in two rows they are the same. Of several"
                    + " models, an asterisk marks a difference from the first that chance explains in less than 5 %% of the samples."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman evaluate translation test.tsv --to de --metrics bleu,chrf,ter --confidence",
            "  dragoman evaluate translation test.en --reference test.de --model my-model --output test.out.de",
            "  dragoman evaluate translation test.tsv --model baseline --model better --report comparison"
        })
final class EvaluateTranslation implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Sources; without --reference, sources and translations in two columns (TSV). May be gzipped.")
    private Path file;

    @Option(
            names = "--reference",
            paramLabel = "REF",
            description = "File with a translation of each line of FILE; may be given several times.")
    private List<Path> references = List.of();

    @Mixin
    private ModelOptions model;

    @Option(
            names = "--by",
            paramLabel = "WAY",
            defaultValue = "BOTH",
            description =
                    "source, row or both. Default: both; CSV and LaTeX have one table, by source unless told otherwise.")
    private By by;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "Write each different source and its translation to this file, in two columns; of several models in more.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "Write a page with scores, analyses, the worst sentences and their alignments to DIR/index.html.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description =
                    "Log of a training whose curves the report shows. Default: the one in the folder of the model or of its run.")
    private List<Path> logs = List.of();

    @Mixin
    private MetricOptions metrics;

    @Mixin
    private SignificanceOptions significance;

    @Mixin
    private ResultOptions results;

    /** What is scored against what. */
    enum By {
        SOURCE("each source, all references"),
        ROW("row by row"),
        BOTH("");

        private final String text;

        By(String text) {
            this.text = text;
        }

        /** In words. */
        String text() {
            return text;
        }
    }

    EvaluateTranslation(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        var requests = model.requests();
        var rows = read();
        var models = new ArrayList<EvaluatedModel>();
        try {
            requests.forEach(request -> models.add(EvaluatedModel.open(request)));
            evaluate(rows, models);
        } finally {
            models.forEach(EvaluatedModel::close);
        }
        return ExitCode.DONE;
    }

    private void check() {
        results.width();
        metrics.metrics(false);
        if (!logs.isEmpty() && report.isEmpty()) {
            throw new IllegalArgumentException("--log goes with --report, which shows its curves");
        }
    }

    private TestSet read() {
        var columns = references.isEmpty()
                ? List.of(pairs(ParallelCorpus.tabSeparated(file)))
                : references.stream()
                        .map(reference -> pairs(ParallelCorpus.aligned(file, reference)))
                        .toList();
        if (columns.get(0).isEmpty()) {
            throw new Failure(file + " has no lines, so there is nothing to translate");
        }
        var sources = columns.get(0).stream().map(SentencePair::source).toList();
        var targets = IntStream.range(0, sources.size())
                .mapToObj(row ->
                        columns.stream().map(column -> column.get(row).target()).toList())
                .toList();
        return new TestSet(sources, targets);
    }

    private static List<SentencePair> pairs(ParallelCorpus corpus) {
        try (var pairs = corpus.stream()) {
            return pairs.toList();
        }
    }

    private void evaluate(TestSet rows, List<EvaluatedModel> models) {
        var scoring = new TranslationEvaluation.Scoring(
                metrics.metrics(false), significance, report.isPresent(), results.width());
        var evaluation = TranslationEvaluation.of(rows, models, scoring);
        output.ifPresent(path -> write(path, evaluation.sources(), evaluation.translations()));
        print(evaluation);
        report.ifPresent(folder -> {
            var page = new EvaluationPage(
                    evaluation, Optional.empty(), files(), logs, significance.seed(), Invocation.of(spec));
            console.err().println("report: " + ReportFolder.write(folder, page.make()));
        });
    }

    private static void write(Path path, TestSet sources, List<CorpusTranslation> translations) {
        AtomicFile.writeText(path, out -> {
            for (var source : sources.sources()) {
                var line = new StringBuilder(source);
                translations.forEach(ofModel ->
                        line.append('\t').append(ofModel.translations().get(source)));
                out.write(line.append('\n').toString());
            }
        });
    }

    /** What was read, by its role. */
    private Map<String, List<Path>> files() {
        var files = new LinkedHashMap<String, List<Path>>();
        files.put(references.isEmpty() ? "sources and references" : "sources", List.of(file));
        files.put("references", references);
        return files;
    }

    private void print(TranslationEvaluation evaluation) {
        if (results.isText()) {
            printText(evaluation);
        } else {
            var table = by == By.ROW ? evaluation.byRow() : evaluation.bySource();
            results.print(console, evaluation.json(), table.scores()::table);
        }
    }

    private void printText(TranslationEvaluation evaluation) {
        for (var way : ways(evaluation)) {
            var scores = (way == By.ROW ? evaluation.byRow() : evaluation.bySource()).scores();
            var text = scores.text(false);
            console.out()
                    .print(
                            scores.systems().size() == 1
                                    ? text.lines()
                                            .map(line -> way.text() + ": " + line + "\n")
                                            .reduce("", String::concat)
                                    : way.text() + ":\n" + text + "\n");
        }
        evaluation.speeds().forEach(line -> console.out().println(line));
    }

    private List<By> ways(TranslationEvaluation evaluation) {
        if (by != By.BOTH) {
            return List.of(by);
        }
        return evaluation.hasRepeatedSources() ? List.of(By.SOURCE, By.ROW) : List.of(By.SOURCE);
    }
}
