package org.dragoman.cli;

import org.dragoman.eval.Decimals;
import org.dragoman.eval.Score;
import org.dragoman.eval.report.Page;
import org.dragoman.eval.significance.ConfidenceInterval;
import org.dragoman.eval.significance.PairedTest;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.eval.table.TableFormat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores of systems in the forms in which commands show them.
 *
 * @param systems at least one, all with the same metrics; the others are compared with the first
 * @param width digits after the point
 */
record ScoreTable(List<PairedTest.SystemResult> systems, int width) {

    /** A row for each system, a column for each metric. */
    Table table() {
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

    static Column column(Score score) {
        return score.isError() ? Column.error(score.name()) : Column.score(score.name());
    }

    private Cell cell(PairedTest.Result result) {
        var cell = Cell.of(result.score().value(), width);
        cell = result.interval()
                .map(ConfidenceInterval::halfWidth)
                .map(cell::withHalfWidth)
                .orElse(cell);
        return result.pValue().isPresent() ? cell.withPValue(result.pValue().getAsDouble()) : cell;
    }

    /** For a person: of one system a line for each metric, of several a table and the signatures below it. */
    String text(boolean shortSignature) {
        return systems.size() == 1
                ? lines(shortSignature)
                : TableFormat.TEXT.write(table()) + signatures(shortSignature) + "\n";
    }

    /** As sacreBLEU prints it: {@code BLEU|nrefs:1|... = 22.67 (μ = 22.69 ± 0.56) 56.2/...}. */
    private String lines(boolean shortSignature) {
        var lines = new StringBuilder();
        for (var result : systems.get(0).results()) {
            var score = result.score();
            var interval = result.interval()
                    .map(i -> " (μ = " + Decimals.fixed(i.mean(), width) + " ± " + Decimals.fixed(i.halfWidth(), width)
                            + ")")
                    .orElse("");
            var line = signed(score, shortSignature) + " = " + Decimals.fixed(score.value(), width) + interval + " "
                    + score.details();
            lines.append(line.stripTrailing()).append('\n');
        }
        return lines.toString();
    }

    /** Each metric with how it was made, a line each; the last without its end. */
    private String signatures(boolean isShort) {
        return String.join(
                "\n",
                systems.get(0).results().stream()
                        .map(result -> signed(result.score(), isShort))
                        .toList());
    }

    private static String signed(Score score, boolean isShort) {
        return score.name() + "|"
                + (isShort ? score.signature().brief() : score.signature().toString());
    }

    /** For programs: each system with its scores. */
    List<Map<String, Object>> json() {
        return systems.stream().map(ScoreTable::json).toList();
    }

    private static Map<String, Object> json(PairedTest.SystemResult system) {
        var json = new LinkedHashMap<String, Object>();
        json.put("system", system.system());
        json.put("scores", system.results().stream().map(ScoreTable::json).toList());
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

    /** Adds the table to a page, with what a reader must know of it. */
    void addTo(Page.Section section) {
        section.table(table());
        var results = systems.get(0).results();
        if (results.stream().anyMatch(result -> result.interval().isPresent())) {
            section.note("± is half the width of the 95 % confidence interval, by bootstrap resampling.");
        }
        if (systems.size() > 1) {
            section.note(
                    "An asterisk marks a difference from the first system with p < 0.05; p is the share of samples in which chance"
                            + " alone makes a larger one.");
        }
        section.preformatted(signatures(false));
    }
}
