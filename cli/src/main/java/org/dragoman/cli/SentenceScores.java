package org.dragoman.cli;

import org.dragoman.eval.Score;
import org.dragoman.eval.SystemCounts;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores of single lines in the forms in which they are shown.
 *
 * @param system with the counts of each line
 * @param width digits after the point
 */
record SentenceScores(SystemCounts system, int width) {

    /** A row for each line, a column for each metric. */
    Table table() {
        var columns = new ArrayList<Column>(List.of(Column.of("line")));
        system.metrics().forEach(counts -> columns.add(ScoreTable.column(counts.score())));
        var scores = scores();
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < scores.get(0).size(); i++) {
            var row = new ArrayList<Cell>(List.of(Cell.of(i + 1L)));
            for (var ofMetric : scores) {
                row.add(Cell.of(ofMetric.get(i).value(), width));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /** For programs: of each line its scores by metric. */
    Map<String, Object> json() {
        var scores = scores();
        var sentences = new ArrayList<Map<String, Score>>();
        for (var i = 0; i < scores.get(0).size(); i++) {
            var sentence = new LinkedHashMap<String, Score>();
            for (var ofMetric : scores) {
                sentence.put(ofMetric.get(i).name(), ofMetric.get(i));
            }
            sentences.add(sentence);
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("system", system.system());
        json.put("sentences", sentences);
        return json;
    }

    /** For each metric the scores of the lines. */
    private List<List<? extends Score>> scores() {
        var scores = new ArrayList<List<? extends Score>>();
        system.metrics().forEach(counts -> scores.add(counts.lineScores()));
        return scores;
    }
}
