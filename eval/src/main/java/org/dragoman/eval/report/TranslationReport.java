package org.dragoman.eval.report;

import org.dragoman.eval.MetricCounts;
import org.dragoman.eval.Score;
import org.dragoman.eval.Statistics;
import org.dragoman.eval.analysis.OutputCheck;
import org.dragoman.eval.analysis.ScoreByLength;
import org.dragoman.eval.analysis.WordsByFrequency;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.eval.text.BleuTokenizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A page about the outputs of systems: their scores, the quality by length and by the frequency of words, what may be wrong with lines, and
 * the lines themselves, worst first.
 *
 * @param outputs at least one; the first is the one that others are compared with
 * @param references lines of each reference file, at least one
 * @param sources lines that were translated, if they are known
 */
public record TranslationReport(
        List<ScoredOutput> outputs, List<List<String>> references, Optional<List<String>> sources) {
    private static final int SHOWN = 25; // lines at each end
    private static final int FINDINGS = 200; // shown a system

    public TranslationReport {
        outputs = List.copyOf(outputs);
        references = List.copyOf(references);
    }

    /** Adds the sections to a page that has the scores already. */
    public Page addTo(Page page) {
        page.section("Quality by length", this::byLength);
        page.section("Quality by frequency of words", this::byFrequency);
        page.section("What may be wrong", this::findings);
        for (var output : outputs) {
            page.section("Lines of " + output.counts().system(), section -> lines(section, output));
        }
        return page;
    }

    private void byLength(Page.Section section) {
        var lengths = ScoreByLength.words(sources.orElse(references.get(0)));
        section.note("Length in words of the " + (sources.isPresent() ? "source" : "first reference")
                + ", divided by white space.");
        var metrics = outputs.get(0).counts().metrics();
        for (var i = 0; i < metrics.size(); i++) {
            section.heading(metrics.get(i).score().name());
            section.table(byLength(lengths, i));
        }
    }

    private Table byLength(List<Integer> lengths, int metric) {
        var columns = new ArrayList<Column>(List.of(Column.of("words"), Column.of("lines")));
        var groups = new ArrayList<List<ScoreByLength>>();
        for (var output : outputs) {
            var counts = output.counts().metrics().get(metric);
            columns.add(Column.of(output.counts().system()));
            groups.add(ScoreByLength.of(lengths, counts, ScoreByLength.TENS));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < groups.get(0).size(); i++) {
            var first = groups.get(0).get(i);
            var row = new ArrayList<Cell>(List.of(Cell.of(first.label()), Cell.of(first.lines())));
            for (var group : groups) {
                row.add(Cell.of(group.get(i).score().map(Score::value).orElse(Double.NaN), 2));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static Column scoreColumn(String name, boolean isError) {
        return isError ? Column.error(name) : Column.score(name);
    }

    private void byFrequency(Page.Section section) {
        section.note(
                "F1 of words (tokenized as 13a) by how often the first reference file has them; a word counts as right where the"
                        + " line's first reference has it.");
        var expected =
                references.get(0).stream().map(BleuTokenizer.V13A::tokenize).toList();
        var columns = new ArrayList<Column>(List.of(Column.of("frequency"), Column.of("words in the reference")));
        var groups = new ArrayList<List<WordsByFrequency>>();
        for (var output : outputs) {
            columns.add(Column.of(output.counts().system()));
            var words =
                    output.lines().stream().map(BleuTokenizer.V13A::tokenize).toList();
            groups.add(WordsByFrequency.of(words, expected, WordsByFrequency.BOUNDS));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < groups.get(0).size(); i++) {
            var first = groups.get(0).get(i);
            var row = new ArrayList<Cell>(List.of(Cell.of(first.label()), Cell.of(first.reference())));
            for (var group : groups) {
                row.add(Cell.of(100 * group.get(i).f1(), 1));
            }
            rows.add(row);
        }
        section.table(new Table(columns, rows));
    }

    private void findings(Page.Section section) {
        section.note("Numbers are compared with those of the " + (sources.isPresent() ? "source" : "reference")
                + ", digits only. A finding is a hint, not a proof.");
        var found = outputs.stream().map(this::findings).toList();
        var columns = new ArrayList<Column>(List.of(Column.of("lines with")));
        outputs.forEach(output -> columns.add(Column.of(output.counts().system())));
        var rows = new ArrayList<List<Cell>>();
        for (var kind : OutputCheck.Kind.values()) {
            var row = new ArrayList<Cell>(List.of(Cell.of(kind.text())));
            for (var findings : found) {
                row.add(Cell.of(findings.stream().filter(f -> f.kind() == kind).count()));
            }
            rows.add(row);
        }
        section.table(new Table(columns, rows));
        for (var i = 0; i < found.size(); i++) {
            var findings = found.get(i);
            var shown = Math.min(FINDINGS, findings.size());
            var summary = outputs.get(i).counts().system() + ": " + shown + " of " + findings.size() + " findings";
            section.folded(summary, folded -> folded.table(table(findings.subList(0, shown))));
        }
    }

    private List<OutputCheck.Finding> findings(ScoredOutput output) {
        return IntStream.range(0, output.lines().size())
                .boxed()
                .flatMap(i -> OutputCheck.of(
                        i + 1,
                        sources.map(lines -> lines.get(i)).orElse(""),
                        output.lines().get(i),
                        references.get(0).get(i))
                        .stream())
                .toList();
    }

    private static Table table(List<OutputCheck.Finding> findings) {
        return new Table(
                List.of(Column.of("line"), Column.of("finding"), Column.of("detail")),
                findings.stream()
                        .map(f -> List.of(Cell.of(f.line()), Cell.of(f.kind().text()), Cell.of(f.detail())))
                        .toList());
    }

    private void lines(Page.Section section, ScoredOutput output) {
        var counts = output.counts().metrics().get(0);
        var scores = scores(counts);
        var order = IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores.get(i).isError()
                        ? -scores.get(i).value()
                        : scores.get(i).value()))
                .toList();
        section.note("By " + counts.score().name() + " of the single line.");
        var shown = Math.min(SHOWN, order.size());
        section.heading("Worst");
        section.table(table(output, scores, order.subList(0, shown)));
        var best = new ArrayList<>(order.subList(order.size() - shown, order.size()));
        Collections.reverse(best);
        section.folded("Best", folded -> folded.table(table(output, scores, best)));
    }

    private static <S extends Statistics<S>, R extends Score> List<Score> scores(MetricCounts<S, R> counts) {
        return counts.lines().stream()
                .map(counts.metric()::score)
                .map(Score.class::cast)
                .toList();
    }

    private Table table(ScoredOutput output, List<Score> scores, List<Integer> lines) {
        var columns = new ArrayList<Column>(List.of(
                Column.of("line"),
                scoreColumn(scores.get(0).name(), scores.get(0).isError())));
        sources.ifPresent(texts -> columns.add(Column.of("source")));
        columns.add(Column.of("output"));
        columns.add(Column.of("reference"));
        return new Table(
                columns,
                lines.stream().map(line -> row(output, scores.get(line), line)).toList());
    }

    private List<Cell> row(ScoredOutput output, Score score, int line) {
        var row = new ArrayList<Cell>(List.of(Cell.of(line + 1L), Cell.of(score.value(), 1)));
        sources.ifPresent(texts -> row.add(Cell.of(texts.get(line))));
        row.add(Cell.of(output.lines().get(line)));
        row.add(Cell.of(references.get(0).get(line)));
        return row;
    }
}
