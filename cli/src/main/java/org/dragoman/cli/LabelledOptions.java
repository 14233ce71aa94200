package org.dragoman.cli;

import org.dragoman.corpora.format.LabelledSettings;
import picocli.CommandLine.Option;

import java.util.Optional;

/** The options that say what is to be known beside labelled text in a file. */
final class LabelledOptions {
    @Option(
            names = "--label-column",
            paramLabel = "COLUMN",
            description =
                    "Column of the labels by number or name, or their field in JSON lines. Default: the first; label.")
    private Optional<String> labelColumn = Optional.empty();

    @Option(
            names = "--text-column",
            paramLabel = "COLUMN",
            description = "Column of the texts, likewise. Default: the second; text.")
    private Optional<String> textColumn = Optional.empty();

    @Option(names = "--header", description = "The first row of labelled TSV or CSV names the columns.")
    private boolean hasHeader;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            defaultValue = ",",
            description = "What divides the columns of CSV; tab for a TAB. Default: a comma.")
    private String delimiter;

    /** Settings of labelled text. */
    LabelledSettings settings() {
        return new LabelledSettings(labelColumn, textColumn, hasHeader, delimiter());
    }

    private char delimiter() {
        if (delimiter.equalsIgnoreCase("tab")) {
            return '\t';
        }
        if (delimiter.length() != 1) {
            throw new IllegalArgumentException("--delimiter must be one character, or tab, got \"" + delimiter + "\"");
        }
        return delimiter.charAt(0);
    }
}
