package org.dragoman.corpora.format;

import java.util.Optional;

/**
 * Where label and text stand.
 *
 * @param label column of the label: its number, from 1, or its name, for which a header is needed; in JSON lines the name of the field. By
 *     default the first column, or that named {@code label}.
 * @param text the same for the text; by default the second column, or that named {@code text}
 * @param hasHeader whether the first record of TSV and CSV names the columns
 * @param delimiter what divides the columns of CSV
 */
public record LabelledSettings(Optional<String> label, Optional<String> text, boolean hasHeader, char delimiter) {
    /** Label and text and nothing else, without a header; a comma in CSV. */
    public static final LabelledSettings DEFAULT = new LabelledSettings(Optional.empty(), Optional.empty(), false, ',');

    public LabelledSettings {
        if (label.isPresent() && label.equals(text)) {
            throw new IllegalArgumentException("label and text must be two columns, got " + label.get() + " for both");
        }
        if (delimiter == '"' || delimiter == '\r' || delimiter == '\n') {
            throw new IllegalArgumentException("columns can't be divided by quotation marks or line ends");
        }
    }

    /** The same with other columns or fields. */
    public LabelledSettings withColumns(String label, String text) {
        return new LabelledSettings(Optional.of(label), Optional.of(text), hasHeader, delimiter);
    }

    /** The same with a header. */
    public LabelledSettings withHeader() {
        return new LabelledSettings(label, text, true, delimiter);
    }

    /** The same with another delimiter. */
    public LabelledSettings withDelimiter(char delimiter) {
        return new LabelledSettings(label, text, hasHeader, delimiter);
    }
}
