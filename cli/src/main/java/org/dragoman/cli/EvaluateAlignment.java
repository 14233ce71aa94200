package org.dragoman.cli;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Lines;
import org.dragoman.eval.alignment.AlignmentScore;
import org.dragoman.eval.alignment.GoldAlignment;
import org.dragoman.eval.alignment.WordAlignment;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code dragoman evaluate alignment}. */
@Command(
        name = "alignment",
        description = {
            "Compares word alignments with those that people made: alignment error rate, precision, recall, F1.",
            "",
            "A line has links, each the numbers of a source and a target word: 0-0 for a sure one, 1p2 for a possible one."
        },
        footer = {"", "Example:", "  dragoman evaluate alignment gold.wa --system giza.wa --system attention.wa"})
final class EvaluateAlignment implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "GOLD", description = "File with the links of a sentence a line.")
    private Path gold;

    @Option(
            names = "--system",
            paramLabel = "FILE",
            required = true,
            description = "An aligner's links of the same sentences; may be given several times.")
    private List<Path> systems;

    @Option(
            names = "--gold-base",
            paramLabel = "N",
            defaultValue = "0",
            description = "The number of the first word in GOLD, 0 or 1. Default: 0.")
    private int goldBase;

    @Option(
            names = "--base",
            paramLabel = "N",
            defaultValue = "0",
            description = "The number of the first word in the other files, 0 or 1. Default: 0.")
    private int base;

    @Option(names = "--reverse", description = "The other files have the target's number first.")
    private boolean reverse;

    @Mixin
    private ResultOptions results;

    EvaluateAlignment(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        results.width();
        var scores = new LinkedHashMap<String, AlignmentScore>();
        systems.forEach(system -> scores.put(system.toString(), score(system)));
        var json = scores.entrySet().stream().map(EvaluateAlignment::json).toList();
        results.print(console, Map.of("systems", json), () -> table(scores));
        return ExitCode.DONE;
    }

    private AlignmentScore score(Path system) {
        try (var right = Lines.open(gold);
                var found = Lines.open(system)) {
            var score = AlignmentScore.EMPTY;
            while (right.hasNext() && found.hasNext()) {
                score = score.plus(AlignmentScore.of(alignment(found), goldAlignment(right)));
            }
            if (right.hasNext() || found.hasNext()) {
                throw new Failure(gold + " has " + count(right) + " lines, but " + system + " has " + count(found)
                        + "; line n of one must belong to line n of the other");
            }
            return score;
        }
    }

    private static long count(Lines lines) {
        while (lines.hasNext()) {
            lines.next();
        }
        return lines.number();
    }

    private GoldAlignment goldAlignment(Lines lines) {
        var line = lines.next();
        try {
            return GoldAlignment.parse(line.text(), goldBase);
        } catch (IllegalArgumentException e) {
            throw new CorpusFormatException(lines.name(), line.number(), e.getMessage());
        }
    }

    private WordAlignment alignment(Lines lines) {
        var line = lines.next();
        try {
            var alignment = WordAlignment.parse(line.text(), base);
            return reverse ? alignment.reversed() : alignment;
        } catch (IllegalArgumentException e) {
            throw new CorpusFormatException(lines.name(), line.number(), e.getMessage());
        }
    }

    private Table table(Map<String, AlignmentScore> scores) {
        var columns = List.of(
                Column.of("system"),
                Column.error("AER"),
                Column.score("precision"),
                Column.score("recall"),
                Column.score("F1"),
                Column.of("links"));
        var rows = new ArrayList<List<Cell>>();
        scores.forEach((system, score) -> rows.add(List.of(
                Cell.of(system),
                LabelTables.percent(score.errorRate(), results.width()),
                LabelTables.percent(score.precision(), results.width()),
                LabelTables.percent(score.recall(), results.width()),
                LabelTables.percent(score.f1(), results.width()),
                Cell.of(score.links()))));
        return new Table(columns, rows);
    }

    private static Map<String, Object> json(Map.Entry<String, AlignmentScore> entry) {
        var score = entry.getValue();
        var json = new LinkedHashMap<String, Object>();
        json.put("system", entry.getKey());
        json.put("alignmentErrorRate", score.errorRate());
        json.put("precision", score.precision());
        json.put("recall", score.recall());
        json.put("f1", score.f1());
        json.put("counts", score);
        return json;
    }
}
