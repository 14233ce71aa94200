package org.dragoman.annotators.classification;

import org.dragoman.annotators.training.HeldOut;
import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Line;
import org.dragoman.corpora.Lines;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A file with a labelled text on each line, and how to read it.
 *
 * @param path the file, UTF-8, may be packed with gzip
 * @param layout what a line looks like
 * @param select which lines to use
 * @param names other names for labels; a label that is not here keeps its own
 * @param importance how often each text counts in training
 */
public record LabelledFile(Path path, Layout layout, Selection select, Map<String, String> names, double importance) {

    /**
     * What a line looks like: columns with tabs between them, the last of which may contain tabs itself.
     *
     * @param columns number of columns
     * @param label column of the label, from 1; 0 where all lines have the same
     * @param text column of the text, from 1
     * @param separator what is between columns: a tab or a blank
     * @param labelEnd where the label ends within its column: before the first of this, or at the end if it is empty
     * @param constant the label of all lines, if there is no column for it
     */
    public record Layout(
            int columns, int label, int text, String separator, String labelEnd, Optional<String> constant) {
        /** A label, a tab, a text. */
        public static final Layout LABEL_TEXT = new Layout(2, 1, 2, "\t", "", Optional.empty());

        static Layout from(Settings settings) {
            var constant = settings.text("constantLabel")
                    .check(label -> !label.isBlank(), "a label")
                    .optional();
            var columns = settings.integer("columns").between(1, 100).or(constant.isPresent() ? 1 : 2);
            var label = settings.integer("label").between(1, 100).or(constant.isPresent() ? 0 : 1);
            var text = settings.integer("text").between(1, 100).or(columns);
            return new Layout(
                    columns,
                    label,
                    text,
                    settings.text("separator")
                            .check(s -> s.equals("\t") || s.equals(" "), "a tab or a blank")
                            .or("\t"),
                    settings.text("labelEnd").or(""),
                    constant);
        }
    }

    /**
     * Which lines to use.
     *
     * @param column the column that decides, from 1; 0 if none does
     * @param values what it must be
     * @param heldOut lines by number
     * @param apart whether to use the lines that are held out, and not the others
     */
    public record Selection(int column, Set<String> values, HeldOut heldOut, boolean apart) {
        /** All lines. */
        public static final Selection ALL = new Selection(0, Set.of(), HeldOut.NOTHING, false);

        static Selection from(Settings settings) {
            var without = settings.integer("withoutEvery").between(2, 1000).optional();
            var only = settings.integer("onlyEvery").between(2, 1000).optional();
            if (without.isPresent() && only.isPresent()) {
                settings.problem("onlyEvery", "must be absent where withoutEvery is given");
            }
            var heldOut = only.or(() -> without).map(HeldOut::every).orElse(HeldOut.NOTHING);
            var column = settings.integer("column").between(1, 100).or(0);
            var values = settings.texts("values").or(List.of());
            if ((column > 0) == values.isEmpty()) {
                settings.problem("values", "must be given where column is, and only there");
            }
            return new Selection(column, Set.copyOf(values), heldOut, only.isPresent());
        }

        boolean uses(long line, String[] columns) {
            var rightValue = column == 0 || values.contains(columns[column - 1]);
            return rightValue && heldOut.contains(Math.toIntExact(line - 1)) == apart;
        }
    }

    public LabelledFile {
        names = Map.copyOf(names);
        var most = Math.max(Math.max(layout.label, layout.text), select.column);
        if (most > layout.columns) {
            throw new IllegalArgumentException(
                    path + ": there is no column " + most + " in lines of " + layout.columns);
        }
    }

    /** A file of labels and texts with a tab between them. */
    public static LabelledFile of(Path path) {
        return new LabelledFile(path, Layout.LABEL_TEXT, Selection.ALL, Map.of(), 1);
    }

    /**
     * Reads the keys {@code path} and, where the file is not labels and texts with tabs between them, {@code columns}, {@code label},
     * {@code text}, {@code separator}, {@code labelEnd}, {@code constantLabel}; {@code column} with {@code values}, {@code withoutEvery} or
     * {@code onlyEvery} to use some lines only (every fifth is 5, 10, 15 ...); {@code names} and {@code importance}.
     */
    public static LabelledFile from(Settings settings) {
        return new LabelledFile(
                settings.path("path").required(),
                Layout.from(settings),
                Selection.from(settings),
                settings.object("names", LabelledFile::names).or(Map.of()),
                settings.decimal("importance").above(0.0).or(1.0));
    }

    private static Map<String, String> names(Settings settings) {
        var names = new LinkedHashMap<String, String>();
        settings.keys().forEach(key -> names.put(key, settings.text(key).required()));
        return names;
    }

    /** Reads the texts, whatever their labels; as {@link #read(Set)}. */
    public List<LabelledText> read() {
        return read(Set.of());
    }

    /**
     * Reads the texts, in the order of the file. Empty lines are passed over.
     *
     * @param known the labels that may occur, after renaming; if empty, all may
     * @throws CorpusFormatException if a line lacks a column, or its label is blank or unknown
     * @throws java.io.UncheckedIOException if the file can't be read
     */
    public List<LabelledText> read(Set<String> known) {
        try (var lines = Lines.open(path)) {
            var texts = new ArrayList<LabelledText>();
            while (lines.hasNext()) {
                var line = lines.next();
                if (!line.text().isBlank()) {
                    read(line, known).ifPresent(texts::add);
                }
            }
            return List.copyOf(texts);
        }
    }

    private Optional<LabelledText> read(Line line, Set<String> known) {
        var columns = line.text().split(layout.separator, layout.columns);
        if (columns.length < layout.columns) {
            throw wrong(
                    line,
                    "expected " + layout.columns + " columns with "
                            + (layout.separator.equals("\t") ? "tabs" : "blanks") + " between them, got "
                            + columns.length + ": \"" + shortened(line.text()) + "\"");
        }
        if (!select.uses(line.number(), columns)) {
            return Optional.empty();
        }
        var written = layout.constant.orElseGet(() -> label(columns[layout.label - 1]));
        var label = names.getOrDefault(written, written);
        if (label.isBlank()) {
            throw wrong(line, "the label is blank: \"" + shortened(line.text()) + "\"");
        }
        if (!known.isEmpty() && !known.contains(label)) {
            throw wrong(
                    line,
                    "unknown label \"" + label + "\"; expected one of " + String.join(", ", new TreeSet<>(known)));
        }
        return Optional.of(new LabelledText(label, columns[layout.text - 1], importance));
    }

    private String label(String column) {
        var end = layout.labelEnd.isEmpty() ? -1 : column.indexOf(layout.labelEnd);
        return end < 0 ? column : column.substring(0, end);
    }

    private CorpusFormatException wrong(Line line, String problem) {
        return new CorpusFormatException(path.toString(), line.number(), problem);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
