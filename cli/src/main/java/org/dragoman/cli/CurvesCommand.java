package org.dragoman.cli;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.eval.analysis.TrainingCurves;
import org.dragoman.eval.picture.Picture;
import org.dragoman.eval.report.Page;
import org.dragoman.eval.report.TrainingChart;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.eval.table.TableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code dragoman curves}: how a training went. */
@Command(
        name = "curves",
        description = {
            "Draws the curves of one or more trainings from their logs: loss, perplexity, BLEU, chrF, learning rate, gradient norm,"
                    + " speed.",
            "",
            "The ending of --output says what is written: .html a page with all charts, .svg or .png one chart, .csv all points."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman curves run/log.jsonl --output curves.html",
            "  dragoman curves first/log.jsonl second/log.jsonl --chart bleu --output bleu.svg"
        })
final class CurvesCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "LOG",
            arity = "1..*",
            description = "Log that a training writes, log.jsonl in the folder of the run. May be gzipped.")
    private List<Path> logs;

    @Option(
            names = "--chart",
            paramLabel = "NAME",
            defaultValue = "LOSS",
            description =
                    "What .svg and .png show: loss, perplexity, bleu, chrf, rate, gradient or speed. Default: loss.")
    private TrainingChart chart;

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "File to write.")
    private Path output;

    CurvesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var name = output.toString().toLowerCase(Locale.ROOT);
        var ending = name.substring(name.lastIndexOf('.') + 1);
        if (!List.of("html", "svg", "png", "csv").contains(ending)) {
            throw new IllegalArgumentException("--output must end with .html, .svg, .png or .csv, got " + output);
        }
        var trainings = new LinkedHashMap<String, TrainingCurves>();
        var names = names();
        for (var i = 0; i < logs.size(); i++) {
            trainings.put(names.get(i), TrainingCurves.read(logs.get(i)));
        }
        switch (ending) {
            case "html" -> page(trainings).write(output);
            case "csv" -> AtomicFile.writeText(output, out -> out.write(TableFormat.CSV.write(table(trainings))));
            default -> picture(trainings).write(output);
        }
        console.out().println(output);
        return ExitCode.DONE;
    }

    /** Of several logs their folders, if these tell them apart. */
    private List<String> names() {
        var folders = logs.stream()
                .map(log -> log.toAbsolutePath().normalize().getParent())
                .map(folder -> String.valueOf(folder.getFileName()))
                .toList();
        return logs.size() > 1 && Set.copyOf(folders).size() == logs.size()
                ? folders
                : logs.stream().map(Path::toString).toList();
    }

    private static Page page(Map<String, TrainingCurves> trainings) {
        return new Page("Training", String.join(", ", trainings.keySet()))
                .section("Curves", section -> TrainingChart.addTo(section, trainings));
    }

    private Picture picture(Map<String, TrainingCurves> trainings) {
        return chart.of(trainings)
                .orElseThrow(() -> new Failure("nothing was logged for the chart "
                        + chart.name().toLowerCase(Locale.ROOT) + " in " + String.join(", ", trainings.keySet())));
    }

    private static Table table(Map<String, TrainingCurves> trainings) {
        var rows = new ArrayList<List<Cell>>();
        trainings.forEach((log, curves) -> curves.points()
                .forEach((curve, points) -> points.forEach(point -> rows.add(List.of(
                        Cell.of(log),
                        Cell.of(curve.text()),
                        Cell.of(point.step()),
                        Cell.of(Double.toString(point.value())))))));
        return new Table(List.of(Column.of("log"), Column.of("curve"), Column.of("update"), Column.of("value")), rows);
    }
}
