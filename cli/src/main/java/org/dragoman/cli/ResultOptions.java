package org.dragoman.cli;

import org.dragoman.eval.table.Table;
import org.dragoman.eval.table.TableFormat;
import picocli.CommandLine.Option;

import java.util.function.Supplier;

/** The options that say how results are printed, for every command that scores something. */
final class ResultOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, json, csv or latex. Default: text.")
    private Format format;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(
            names = "--width",
            paramLabel = "N",
            defaultValue = "2",
            description = "Digits after the point. Default: 2.")
    private int width;

    /** For whom results are printed. */
    enum Format {
        TEXT,
        JSON,
        CSV,
        LATEX
    }

    /**
     * Digits after the point.
     *
     * @throws IllegalArgumentException if the user asked for less than none
     */
    int width() {
        if (width < 0) {
            throw new IllegalArgumentException("--width must be 0 or more, got " + width);
        }
        return width;
    }

    /** Whether a person reads the results on a terminal, so that remarks may stand below them. */
    boolean isText() {
        return format() == Format.TEXT;
    }

    private Format format() {
        return json ? Format.JSON : format;
    }

    /**
     * Prints results.
     *
     * @param result all there is to tell, for JSON
     * @param table what matters of it, for the other formats
     */
    void print(Console console, Object result, Supplier<Table> table) {
        switch (format()) {
            case TEXT -> console.out().print(TableFormat.TEXT.write(table.get()));
            case CSV -> console.out().print(TableFormat.CSV.write(table.get()));
            case LATEX -> console.out().print(TableFormat.LATEX.write(table.get()));
            case JSON -> Json.print(console.out(), result);
            default -> throw new IllegalStateException("unknown format " + format());
        }
    }
}
