package org.dragoman.cli;

import org.dragoman.corpora.Lines;
import org.dragoman.eval.annotation.TreebankRun;
import org.dragoman.eval.label.TreebankScore;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code dragoman evaluate tagging}. */
@Command(
        name = "tagging",
        description = {
            "Annotates the text of a treebank anew and compares: sentences, tokens, words, tags, features, lemmas.",
            "",
            "Scores equal those of the CoNLL 2018 shared task's script."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman evaluate tagging en_ewt-ud-dev.conllu",
            "  dragoman evaluate tagging en_ewt-ud-dev.conllu --words gold",
            "  dragoman evaluate tagging gold.conllu --system other-tool.conllu --json"
        })
final class EvaluateTagging implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "GOLD", description = "Treebank in CoNLL-U, which may be packed with gzip.")
    private Path gold;

    @Mixin
    private PipelineOptions annotation;

    @Option(
            names = "--words",
            paramLabel = "FROM",
            defaultValue = "RAW",
            description =
                    "raw: the pipeline finds sentences and words itself; gold: it gets the treebank's. Default: raw.")
    private Start words;

    @Mixin
    private ResultOptions results;

    /** What a pipeline begins with. */
    enum Start {
        RAW,
        GOLD
    }

    EvaluateTagging(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        results.width();
        var score = annotation.system().isPresent() ? score(annotation.system().get()) : annotated();
        if (score.of(TreebankScore.Metric.WORDS).gold() == 0) {
            throw new Failure(gold + " has no words, so there is nothing to compare");
        }
        results.print(console, json(score), () -> table(score));
        return ExitCode.DONE;
    }

    private TreebankScore score(Path system) {
        try (var right = Lines.open(gold);
                var found = Lines.open(system)) {
            return TreebankScore.of(right, found);
        }
    }

    private TreebankScore annotated() throws IOException {
        if (!Files.isRegularFile(gold)) {
            throw new Failure("cannot read " + gold + ": there is no such file");
        }
        var output = Files.createTempFile("dragoman", ".conllu");
        try {
            annotate(output);
            return score(output);
        } finally {
            Files.delete(output);
        }
    }

    private void annotate(Path output) {
        try (var pipeline = annotation.pipeline();
                var out = Files.newBufferedWriter(output)) {
            if (words == Start.GOLD) {
                TreebankRun.fromGoldWords(pipeline, gold, out);
            } else {
                TreebankRun.fromRawText(pipeline, gold, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + output + ": " + e.getMessage(), e);
        }
    }

    private Table table(TreebankScore score) {
        var columns = List.of(
                Column.of("metric"),
                Column.of("precision"),
                Column.of("recall"),
                Column.of("F1"),
                Column.of("of aligned words"));
        var rows = new ArrayList<List<Cell>>();
        for (var metric : TreebankScore.metrics()) {
            var matches = score.of(metric);
            rows.add(List.of(
                    Cell.of(metric.title()),
                    LabelTables.percent(matches.precision(), results.width()),
                    LabelTables.percent(matches.recall(), results.width()),
                    LabelTables.percent(matches.f1(), results.width()),
                    isOfWords(metric) ? LabelTables.percent(score.accuracy(metric), results.width()) : Cell.of("")));
        }
        return new Table(columns, rows);
    }

    private static boolean isOfWords(TreebankScore.Metric metric) {
        return metric.compareTo(TreebankScore.Metric.WORDS) > 0;
    }

    private static Map<String, Object> json(TreebankScore score) {
        var json = new LinkedHashMap<String, Object>();
        for (var metric : TreebankScore.metrics()) {
            var ofMetric = LabelTables.json(score.of(metric));
            if (isOfWords(metric)) {
                ofMetric.put("accuracyOfAlignedWords", score.accuracy(metric));
            }
            json.put(metric.title(), ofMetric);
        }
        return json;
    }
}
