package org.dragoman.cli;

import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.nmt.experiment.ExperimentSuite;
import org.dragoman.nmt.experiment.RunResult;
import org.dragoman.nmt.experiment.SuiteRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code dragoman experiment}: several models that differ in a few settings, trained, tested and put into one table. */
@Command(
        name = "experiment",
        description = {
            "Trains and tests several models that differ in a few settings, one after the other, and puts them into one table.",
            "",
            "The same command goes on after an interruption: models that are finished are not trained again."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman experiment suite.json",
            "  dragoman experiment suite.json --only additive,general --format latex"
        })
final class ExperimentCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "SUITE.json", description = "What the runs share and where they differ.")
    private Path file;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Runs to make. Default: all.")
    private List<String> only = List.of();

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
        var runner = new SuiteRunner(suite, List.of(new TrainingReport(console)));
        var finished = new ArrayList<RunResult>();
        try (var stop = new StopSignal(runner::stop)) {
            for (var run : chosen) {
                console.err().println("run " + run.name());
                var result = runner.run(run);
                if (result.isEmpty()) {
                    console.err().println("stopped with a checkpoint; the same command goes on");
                    return ExitCode.LOST;
                }
                finished.add(result.get());
            }
        }
        results.print(console, Map.of("runs", finished), () -> table(finished));
        return ExitCode.DONE;
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
                Cell.of(Math.round(run.tokensPerSecond())),
                Cell.of(run.perplexity(), results.width()),
                Cell.of(run.bleu().value(), results.width()),
                Cell.of(100 * run.exact(), results.width()));
    }
}
