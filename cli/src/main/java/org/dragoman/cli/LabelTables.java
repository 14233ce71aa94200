package org.dragoman.cli;

import org.dragoman.eval.label.Average;
import org.dragoman.eval.label.Matches;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Precision, recall and F1 of labels as tables and for JSON. */
final class LabelTables {
    private static final int PERCENT = 100;

    private LabelTables() {}

    /** A row for each label, in percent, and rows for their averages below them. */
    static Table of(String what, SortedMap<String, Matches> labels, Map<String, Average> averages, int width) {
        var columns = List.of(
                Column.of(what),
                Column.of("precision"),
                Column.of("recall"),
                Column.of("F1"),
                Column.of("gold"),
                Column.of("predicted"),
                Column.of("correct"));
        var rows = new ArrayList<List<Cell>>();
        labels.forEach((label, m) -> rows.add(List.of(
                Cell.of(label),
                percent(m.precision(), width),
                percent(m.recall(), width),
                percent(m.f1(), width),
                Cell.of(m.gold()),
                Cell.of(m.predicted()),
                Cell.of(m.correct()))));
        var sum = labels.values().stream().reduce(new Matches(0, 0, 0), Matches::plus);
        averages.forEach((name, average) -> rows.add(List.of(
                Cell.of(name),
                percent(average.precision(), width),
                percent(average.recall(), width),
                percent(average.f1(), width),
                Cell.of(sum.gold()),
                Cell.of(sum.predicted()),
                Cell.of(sum.correct()))));
        return new Table(columns, rows);
    }

    static Cell percent(double share, int width) {
        return Cell.of(PERCENT * share, width);
    }

    /** Counts with what follows from them, 0 to 1. */
    static Map<String, Object> json(Matches matches) {
        var json = new LinkedHashMap<String, Object>();
        json.put("precision", matches.precision());
        json.put("recall", matches.recall());
        json.put("f1", matches.f1());
        json.put("gold", matches.gold());
        json.put("predicted", matches.predicted());
        json.put("correct", matches.correct());
        return json;
    }

    static Map<String, Object> json(SortedMap<String, Matches> labels) {
        var json = new LinkedHashMap<String, Object>();
        labels.forEach((label, matches) -> json.put(label, json(matches)));
        return json;
    }
}
