package org.dragoman.cli;

import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.TestSet;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.eval.text.Bleu;
import org.dragoman.nmt.experiment.ExperimentSuite;
import org.dragoman.nmt.experiment.RunResult;
import org.dragoman.nmt.experiment.SuiteRunner;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.train.CorpusFiles;
import org.dragoman.nmt.train.RunFolder;
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

/** {@code dragoman experiment}: several models that differ in a few settings, trained, tested and put into one table. */
@Command(
        name = "experiment",
        description = {
            "Trains and tests several models that differ in a few settings, one after the other, and puts them into one table.",
            "",
            "The same command goes on after an interruption: models that are finished are not trained again. A report compares models"
                    + " that were tested on one corpus; an asterisk marks a difference from the first that chance explains in less than"
                    + " 5 %% of the samples."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman experiment suite.json",
            "  dragoman experiment suite.json --only additive,general --format latex",
            "  dragoman experiment suite.json --report comparison"
        })
final class ExperimentCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SUITE.json", description = "What the runs share and where they differ.")
    private Path file;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Runs to make. Default: all.")
    private List<String> only = List.of();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "Write a page with scores, quality by length, trainings, curves and alignments to DIR/index.html.")
    private Optional<Path> report = Optional.empty();

    @Mixin
    private SignificanceOptions significance;

    @Mixin
    private ResultOptions results;

    ExperimentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        results.width();
        var suite = ExperimentSuite.read(file);
        var chosen = chosen(suite);
        if (report.isPresent()) {
            checkComparable(chosen);
        }
        var training = new TrainingReport(console);
        var runner = new SuiteRunner(suite, List.of(training));
        var finished = new ArrayList<RunResult>();
        try (var stop = new StopSignal(runner::stop)) {
            for (var run : chosen) {
                console.err().println("run " + run.name());
                var result = runner.run(run);
                if (result.isEmpty()) {
                    console.err()
                            .println("stopped; the same command goes on from step " + training.newest() + " of run "
                                    + run.name());
                    return ExitCode.LOST;
                }
                finished.add(result.get());
            }
        }
        results.print(console, Map.of("runs", finished), () -> table(finished));
        report.ifPresent(folder -> report(folder, suite, chosen, finished));
        return ExitCode.DONE;
    }

    private static void checkComparable(List<ExperimentSuite.Run> runs) {
        var first = runs.get(0);
        runs.stream()
                .filter(run -> !run.test().equals(first.test()))
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException("--report compares runs on one test corpus, but '" + other.name()
                            + "' has another than '" + first.name() + "'; choose runs with --only");
                });
    }

    private void report(Path folder, ExperimentSuite suite, List<ExperimentSuite.Run> runs, List<RunResult> finished) {
        var test = runs.get(0).test();
        var models = new ArrayList<EvaluatedModel>();
        try {
            runs.forEach(run -> models.add(EvaluatedModel.open(run.name(), request(run, suite.search()))));
            var scoring = new TranslationEvaluation.Scoring(
                    List.of(new Bleu(suite.bleu())), significance, true, results.width());
            var evaluation = TranslationEvaluation.of(rows(test), models, scoring);
            var files = new LinkedHashMap<String, List<Path>>(Map.of("suite", List.of(file)));
            test.files().forEach((role, path) -> files.put("test " + role, List.of(path)));
            var page = new EvaluationPage(
                    evaluation,
                    Optional.of(table(finished)),
                    files,
                    List.of(),
                    significance.seed(),
                    Invocation.of(spec));
            console.err().println("report: " + ReportFolder.write(folder, page.make()));
        } finally {
            models.forEach(EvaluatedModel::close);
        }
    }

    private static Translators.Request request(ExperimentSuite.Run run, SearchConfig search) {
        var model = RunFolder.of(run.experiment()).model();
        return new Translators.Request(Optional.empty(), Optional.empty(), Optional.of(model), SearchChoice.of(search));
    }

    private static TestSet rows(CorpusFiles test) {
        try (var stream = test.corpus().stream()) {
            var pairs = stream.toList();
            return new TestSet(
                    pairs.stream().map(SentencePair::source).toList(),
                    pairs.stream().map(pair -> List.of(pair.target())).toList());
        }
    }

    private List<ExperimentSuite.Run> chosen(ExperimentSuite suite) {
        var known = suite.runs().stream().map(ExperimentSuite.Run::name).toList();
        only.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "the suite has no run '" + name + "'; it has " + String.join(", ", known));
        });
        return suite.runs().stream()
                .filter(run -> only.isEmpty() || only.contains(run.name()))
                .toList();
    }

    private Table table(List<RunResult> runs) {
        var columns = List.of(
                Column.of("run"),
                Column.of("parameters"),
                Column.of("updates"),
                Column.of("epochs"),
                Column.of("seconds"),
                Column.of("seconds an epoch"),
                Column.of("tokens/s"),
                Column.error("validation perplexity"),
                Column.score("BLEU"),
                Column.score("exact %"));
        return new Table(columns, runs.stream().map(this::row).toList());
    }

    private List<Cell> row(RunResult run) {
        return List.of(
                Cell.of(run.name()),
                Cell.of(run.parameters()),
                Cell.of(run.training().step()),
                Cell.of(run.training().epochs()),
                Cell.of(Math.round(run.training().trainingSeconds())),
                run.updatesAPass().isPresent() ? Cell.of(Math.round(run.secondsAPass())) : Cell.of(""),
                Cell.of(Math.round(run.tokensPerSecond())),
                Cell.of(run.perplexity(), results.width()),
                Cell.of(run.bleu().value(), results.width()),
                Cell.of(100 * run.exact(), results.width()));
    }
}
