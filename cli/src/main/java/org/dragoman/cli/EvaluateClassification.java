package org.dragoman.cli;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Line;
import org.dragoman.corpora.Lines;
import org.dragoman.eval.annotation.LabelRun;
import org.dragoman.eval.label.Average;
import org.dragoman.eval.label.ConfusionMatrix;
import org.dragoman.eval.picture.HeatMap;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.eval.table.TableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code dragoman evaluate classification}. */
@Command(
        name = "classification",
        description = {
            "Labels texts anew and compares: accuracy, precision, recall, F1, Matthews's correlation and confusions.",
            "",
            "Scores equal scikit-learn's. The label of a text is the pipeline's class, or else language, or else sentiment."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman evaluate classification test.tsv --pipeline steps.json",
            "  dragoman evaluate classification gold.tsv --system predicted.tsv --picture confusions.svg"
        })
final class EvaluateClassification implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "GOLD",
            description = "A label, a tab and a text a line; with --system a label alone is enough.")
    private Path gold;

    @Mixin
    private PipelineOptions annotation;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "Draw the confusions to this file, which ends with .svg or .png.")
    private Optional<Path> picture = Optional.empty();

    @Mixin
    private ResultOptions results;

    EvaluateClassification(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        results.width();
        var matrix =
                annotation.system().isPresent() ? compared(annotation.system().get()) : labelled();
        if (matrix.total() == 0) {
            throw new Failure(gold + " has no lines, so there is nothing to score");
        }
        results.print(console, json(matrix), () -> table(matrix));
        if (results.isText()) {
            console.out().println();
            console.out().print(TableFormat.TEXT.write(summary(matrix)));
            console.out().println();
            console.out().print(TableFormat.TEXT.write(confusions(matrix)));
        }
        picture.ifPresent(HeatMap.of(matrix)::write);
        return ExitCode.DONE;
    }

    private ConfusionMatrix compared(Path system) {
        try (var right = Lines.open(gold);
                var found = Lines.open(system)) {
            return ConfusionMatrix.of(
                    right.stream().map(EvaluateClassification::label).iterator(),
                    found.stream().map(EvaluateClassification::label).iterator());
        }
    }

    private ConfusionMatrix labelled() {
        try (var right = Lines.open(gold);
                var texts = Lines.open(gold);
                var pipeline = annotation.pipeline();
                var labels = LabelRun.labels(pipeline, texts.stream().map(this::text))) {
            return ConfusionMatrix.of(
                    right.stream().map(EvaluateClassification::label).iterator(), labels.iterator());
        }
    }

    private static String label(Line line) {
        return line.text().split("\t", 2)[0];
    }

    private String text(Line line) {
        var columns = line.text().split("\t", 2);
        if (columns.length < 2) {
            throw new CorpusFormatException(gold.toString(), line.number(), "a label, a tab and a text were expected");
        }
        return columns[1];
    }

    private Table table(ConfusionMatrix matrix) {
        var averages = new LinkedHashMap<String, Average>();
        averages.put("macro average", matrix.macro());
        averages.put("weighted average", matrix.weighted());
        return LabelTables.of("label", matrix.matches(), averages, results.width());
    }

    /** What is one number for all labels. */
    private Table summary(ConfusionMatrix matrix) {
        return new Table(
                List.of(Column.of("accuracy"), Column.of("Matthews's correlation"), Column.of("texts")),
                List.of(List.of(
                        LabelTables.percent(matrix.accuracy(), results.width()),
                        Cell.of(matrix.mcc(), results.width() + 2),
                        Cell.of(matrix.total()))));
    }

    private static Table confusions(ConfusionMatrix matrix) {
        var columns = new ArrayList<Column>(List.of(Column.of("gold \\ predicted")));
        matrix.labels().forEach(label -> columns.add(Column.of(label)));
        var rows = new ArrayList<List<Cell>>();
        for (var gold : matrix.labels()) {
            var row = new ArrayList<Cell>(List.of(Cell.of(gold)));
            matrix.labels().forEach(predicted -> row.add(Cell.of(matrix.count(gold, predicted))));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static Map<String, Object> json(ConfusionMatrix matrix) {
        var confusions = new LinkedHashMap<String, Map<String, Long>>();
        for (var gold : matrix.labels()) {
            var row = new LinkedHashMap<String, Long>();
            matrix.labels().forEach(predicted -> row.put(predicted, matrix.count(gold, predicted)));
            confusions.put(gold, row);
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("accuracy", matrix.accuracy());
        json.put("mcc", matrix.mcc());
        json.put("macro", matrix.macro());
        json.put("weighted", matrix.weighted());
        json.put("labels", LabelTables.json(matrix.matches()));
        json.put("confusions", confusions);
        return json;
    }
}
