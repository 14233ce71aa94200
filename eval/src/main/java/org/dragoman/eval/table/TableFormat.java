package org.dragoman.eval.table;

import java.util.function.Function;

/** How a {@link Table} is written. Each result ends with a line feed. */
public enum TableFormat {
    /** Aligned columns for a terminal. */
    TEXT(PlainTable::write),

    /** RFC 4180 with line feeds; numbers in full precision, the parts of a measure in columns of their own. */
    CSV(CsvTable::write),

    /** A {@code tabular} for the package booktabs; the best of a column is bold. */
    LATEX(LatexTable::write),

    /** A {@code table} element without styles; the best of a column is {@code strong}. */
    HTML(HtmlTable::write);

    private final Function<Table, String> writer;

    TableFormat(Function<Table, String> writer) {
        this.writer = writer;
    }

    /** The table as text. */
    public String write(Table table) {
        return writer.apply(table);
    }
}
