package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.CorpusWriter;
import org.dragoman.corpora.LabelledText;
import org.dragoman.corpora.Lines;

import java.nio.file.Path;
import java.util.List;

/** Forms of labelled text. What is written has the label in the first column and the text in the second. */
public enum LabelledFormat implements CorpusFormat<LabelledText, LabelledSettings> {
    /** Columns divided by TAB, without quotes: a quotation mark is a character like any other. */
    TSV("labelled-tsv", "label, TAB, text on a line", List.of("tsv")) {
        @Override
        CorpusReader<LabelledText> read(Path file, LabelledSettings settings) {
            return new LabelledTable(new TabSeparatedRows(Lines.open(file)), file.toString(), settings);
        }

        @Override
        CorpusWriter<LabelledText> write(Path file, LabelledSettings settings) {
            return new TextWriter<>(
                    file,
                    settings.hasHeader() ? LABEL + "\t" + TEXT + "\n" : "",
                    (item, number) -> LabelledRows.tabSeparated(item),
                    "");
        }
    },
    /** RFC 4180: fields in quotes may hold the delimiter, quotes and line ends. */
    CSV("csv", "label and text as CSV, RFC 4180", List.of("csv")) {
        @Override
        CorpusReader<LabelledText> read(Path file, LabelledSettings settings) {
            return new LabelledTable(CsvRows.open(file, settings.delimiter()), file.toString(), settings);
        }

        @Override
        CorpusWriter<LabelledText> write(Path file, LabelledSettings settings) {
            return new TextWriter<>(
                    file,
                    settings.hasHeader() ? LABEL + settings.delimiter() + TEXT + "\n" : "",
                    (item, number) -> LabelledRows.csv(item, settings.delimiter()),
                    "");
        }
    },
    /** An object a line. */
    JSON_LINES("labelled-jsonl", "JSON lines, an object with label and text a line", List.of("jsonl", "ndjson")) {
        @Override
        CorpusReader<LabelledText> read(Path file, LabelledSettings settings) {
            return new JsonLines<>(
                    Lines.open(file),
                    settings.label().orElse(LABEL),
                    settings.text().orElse(TEXT),
                    LabelledText::new);
        }

        @Override
        CorpusWriter<LabelledText> write(Path file, LabelledSettings settings) {
            return new TextWriter<>(file, (item, number) -> JsonLines.line(LABEL, item.label(), TEXT, item.text()));
        }
    };

    static final String LABEL = "label";
    static final String TEXT = "text";

    private final String title;
    private final String description;
    private final List<String> extensions;

    LabelledFormat(String title, String description, List<String> extensions) {
        this.title = title;
        this.description = description;
        this.extensions = extensions;
    }

    /**
     * Finds a format by the name that commands know it by.
     *
     * @throws IllegalArgumentException naming those that there are, if there is none of that name
     */
    public static LabelledFormat of(String title) {
        return FormatNames.named(title, CorpusKind.LABELLED.title(), List.of(values()));
    }

    @Override
    public CorpusKind kind() {
        return CorpusKind.LABELLED;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<String> extensions() {
        return extensions;
    }

    @Override
    public int files() {
        return 1;
    }

    @Override
    public CorpusReader<LabelledText> open(List<Path> files, LabelledSettings settings) {
        FormatNames.checkFiles(this, files);
        return read(files.get(0), settings);
    }

    @Override
    public CorpusWriter<LabelledText> writer(List<Path> files, LabelledSettings settings) {
        FormatNames.checkFiles(this, files);
        return write(files.get(0), settings);
    }

    abstract CorpusReader<LabelledText> read(Path file, LabelledSettings settings);

    abstract CorpusWriter<LabelledText> write(Path file, LabelledSettings settings);
}
