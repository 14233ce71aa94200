package org.dragoman.cli;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Lines;
import org.dragoman.eval.alignment.AlignmentScore;
import org.dragoman.eval.alignment.GoldAlignment;
import org.dragoman.eval.alignment.WordAlignment;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.nmt.translate.AlignmentUnit;
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

/** {@code dragoman evaluate alignment}. */
@Command(
        name = "alignment",
        description = {
            "Compares word alignments with those that people made: alignment error rate, precision, recall, F1.",
            "",
            "A line has links, each the numbers of a source and a target word: 0-0 for a sure one, 1p2 for a possible one. Alignments lie"
                    + " in files (--system), or a translation model makes them of the texts (--source, --target), whose words white"
                    + " space divides."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman evaluate alignment gold.wa --system giza.wa --system attention.wa",
            "  dragoman evaluate alignment gold.wa --source text.en --target text.de --to de"
        })
final class EvaluateAlignment implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "GOLD", description = "File with the links of a sentence a line.")
    private Path gold;

    @Option(
            names = "--system",
            paramLabel = "FILE",
            description = "An aligner's links of the same sentences; may be given several times.")
    private List<Path> systems = List.of();

    @Option(names = "--source", paramLabel = "FILE", description = "The sentences, for a model to align.")
    private Optional<Path> source = Optional.empty();

    @Option(names = "--target", paramLabel = "FILE", description = "Their translations.")
    private Optional<Path> target = Optional.empty();

    @Mixin
    private ModelChoice model;

    @Mixin
    private AlignerOptions aligner;

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

    @Option(
            names = "--reverse",
            description = "The other alignments, a model's too, have the numbers of GOLD's target first.")
    private boolean reverse;

    @Mixin
    private ResultOptions results;

    EvaluateAlignment(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        var scores = new LinkedHashMap<String, AlignmentScore>();
        systems.forEach(system -> scores.put(system.toString(), score(system)));
        source.ifPresent(text -> scores.put("attention", scoreOfModel(text, target.orElseThrow())));
        var json = scores.entrySet().stream().map(EvaluateAlignment::json).toList();
        results.print(console, Map.of("systems", json), () -> table(scores));
        return ExitCode.DONE;
    }

    private void check() {
        results.width();
        if (source.isPresent() != target.isPresent()) {
            throw new IllegalArgumentException("a model aligns two texts: --source and --target go together");
        }
        if (systems.isEmpty() && source.isEmpty()) {
            throw new IllegalArgumentException("nothing to compare with " + gold
                    + ": give alignments by --system FILE, or texts for a model by --source FILE and --target FILE");
        }
        if (source.isEmpty() && model.isGiven()) {
            throw new IllegalArgumentException("a model aligns texts: give them by --source FILE and --target FILE");
        }
    }

    private AlignmentScore score(Path system) {
        try (var right = Lines.open(gold);
                var found = Lines.open(system)) {
            var score = AlignmentScore.EMPTY;
            while (right.hasNext() && found.hasNext()) {
                score = score.plus(AlignmentScore.of(alignment(found), goldAlignment(right)));
            }
            requireEnd(right, found);
            return score;
        }
    }

    private AlignmentScore scoreOfModel(Path sources, Path targets) {
        try (var right = Lines.open(gold);
                var texts = Lines.open(sources);
                var pairs = new NumberedPairs(texts, Lines.open(targets), LineChoice.ALL);
                var model = aligner.open(this.model.request(SearchChoice.NONE), AlignmentUnit.WORDS)) {
            var score = AlignmentScore.EMPTY;
            for (var chunk : model.align(pairs)) {
                for (var aligned : chunk) {
                    if (right.hasNext()) {
                        score = score.plus(AlignmentScore.of(turned(aligned.links()), goldAlignment(right)));
                    }
                }
            }
            requireEnd(right, texts);
            return score;
        }
    }

    private static void requireEnd(Lines right, Lines found) {
        var lines = count(right);
        if (lines != count(found)) {
            throw new Failure(right.name() + " has " + lines + " lines, but " + found.name() + " has " + count(found)
                    + "; line n of one must belong to line n of the other");
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
            return turned(WordAlignment.parse(line.text(), base));
        } catch (IllegalArgumentException e) {
            throw new CorpusFormatException(lines.name(), line.number(), e.getMessage());
        }
    }

    private WordAlignment turned(WordAlignment links) {
        return reverse ? links.reversed() : links;
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
