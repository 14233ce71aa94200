package org.dragoman.corpora.format;

import org.dragoman.corpora.LabelledText;

/** Labelled texts as rows. */
final class LabelledRows {
    private LabelledRows() {}

    static String tabSeparated(LabelledText item) throws UnholdableTextException {
        return TextLimit.COLUMN.checked("the label", item.label())
                + "\t"
                + TextLimit.LAST_COLUMN.checked("the text", item.text())
                + "\n";
    }

    static String csv(LabelledText item, char delimiter) throws UnholdableTextException {
        return field("the label", item.label(), delimiter) + delimiter + field("the text", item.text(), delimiter)
                + "\n";
    }

    /** A field, in quotes where it has a delimiter, a quote or a line end in it, or white space at an end that some readers take away. */
    private static String field(String what, String text, char delimiter) throws UnholdableTextException {
        TextLimit.UTF_8.checked(what, text);
        var needsQuotes = text.isEmpty()
                || !text.equals(text.strip())
                || text.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
        return needsQuotes ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
