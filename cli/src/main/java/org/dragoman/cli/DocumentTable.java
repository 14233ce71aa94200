package org.dragoman.cli;

import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Label;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Sentiment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A row a document: how much of what it has. Only the layers that some document has make columns; where another lacks one, its cell
 * is empty.
 */
final class DocumentTable {
    private static final String ENTITIES = "entities:";
    private static final int DIGITS = 4;
    private static final List<Layer<? extends List<?>>> COUNTED =
            List.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS, Layers.CHUNKS, Layers.ENTITIES);

    /** The columns that may be there, in order; those of the types of entities stand before {@code language}. */
    private static final List<String> LAST =
            List.of("language", "label", "sentiment", "sentiment score", "positive", "negative", "keywords");

    private final List<Map<String, Cell>> rows = new ArrayList<>();

    void add(Document document) {
        var row = new LinkedHashMap<String, Cell>();
        row.put("document", Cell.of(document.id()));
        row.put(
                "characters",
                Cell.of(document.text().codePointCount(0, document.text().length())));
        COUNTED.forEach(layer ->
                document.find(layer).ifPresent(values -> row.put(layer.name(), Cell.of(values.size()))));
        document.find(Layers.ENTITIES).ifPresent(entities -> {
            var types = new TreeMap<String, Integer>();
            entities.forEach(entity -> types.merge(entity.type(), 1, Integer::sum));
            types.forEach((type, count) -> row.put(ENTITIES + type, Cell.of(count)));
        });
        document.find(Layers.LANGUAGE).ifPresent(label -> row.put("language", Cell.of(label.name())));
        document.find(Layers.LABELS)
                .filter(labels -> !labels.isEmpty())
                .ifPresent(labels -> row.put("label", Cell.of(labels.get(0).name())));
        sentiment(document, row);
        document.find(Layers.KEYWORDS)
                .ifPresent(words -> row.put(
                        "keywords", Cell.of(words.stream().map(Label::name).collect(Collectors.joining("; ")))));
        rows.add(row);
    }

    private static void sentiment(Document document, Map<String, Cell> row) {
        document.find(Layers.DOCUMENT_SENTIMENT).ifPresent(sentiment -> {
            row.put("sentiment", Cell.of(sentiment.label()));
            row.put("sentiment score", Cell.of(rounded(sentiment.score()), DIGITS));
        });
        document.find(Layers.SENTIMENT).ifPresent(list -> {
            var scores = list.stream().mapToDouble(Sentiment::score).toArray();
            row.put("positive", Cell.of(count(scores, 1)));
            row.put("negative", Cell.of(count(scores, -1)));
        });
    }

    private static double rounded(double score) {
        return BigDecimal.valueOf(score)
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** How many scores have a sign. */
    private static long count(double[] scores, int sign) {
        return Arrays.stream(scores).filter(score -> Math.signum(score) == sign).count();
    }

    Table table() {
        var names = columns();
        var cells = rows.stream()
                .map(row -> names.stream().map(name -> cell(row, name)).toList())
                .toList();
        return new Table(names.stream().map(Column::of).toList(), cells);
    }

    /** A document with entities but none of a type has 0 of them; what was not looked for is empty. */
    private static Cell cell(Map<String, Cell> row, String name) {
        var isNone = name.startsWith(ENTITIES) && row.containsKey(Layers.ENTITIES.name());
        return row.getOrDefault(name, isNone ? Cell.of(0) : Cell.of(""));
    }

    private List<String> columns() {
        var seen = new LinkedHashSet<String>();
        rows.forEach(row -> seen.addAll(row.keySet()));
        var columns = new ArrayList<>(List.of("document", "characters"));
        COUNTED.stream().map(Layer::name).filter(seen::contains).forEach(columns::add);
        columns.addAll(new TreeSet<>(
                seen.stream().filter(name -> name.startsWith(ENTITIES)).toList()));
        LAST.stream().filter(seen::contains).forEach(columns::add);
        return columns;
    }
}
