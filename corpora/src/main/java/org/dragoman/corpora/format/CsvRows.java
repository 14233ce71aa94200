package org.dragoman.corpora.format;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.PackedFile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The records of a CSV file (RFC 4180). Lines end with LF, CRLF or CR; empty lines between records are passed over. */
final class CsvRows implements CorpusReader<List<String>> {
    private static final int MARK = '\uFEFF';

    private final String name;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private Optional<Numbered> next = Optional.empty();
    private long lineNumber;

    private record Numbered(long line, List<String> row) {}

    private CsvRows(String name, InputStream in, char delimiter) throws IOException {
        this.name = name;
        this.parser = CSVParser.builder()
                .setReader(decode(in))
                .setFormat(CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(true)
                        .get())
                .get();
        this.records = parser.iterator();
    }

    static CsvRows open(Path file, char delimiter) {
        var in = PackedFile.open(file);
        try {
            return new CsvRows(file.toString(), in, delimiter);
        } catch (IOException e) {
            try (in) {
                throw unreadable(file.toString(), 0, e);
            } catch (IOException closing) {
                throw unreadable(file.toString(), 0, closing);
            }
        }
    }

    /** Characters of a file in UTF-8, without a byte order mark. */
    private static Reader decode(InputStream in) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new BufferedReader(new InputStreamReader(in, decoder));
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = read();
        }
        return next.isPresent();
    }

    private Optional<Numbered> read() {
        var line = parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext()
                    ? Optional.of(new Numbered(line, records.next().toList()))
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            throw unreadable(name, line, e.getCause());
        }
    }

    private static UncheckedIOException unreadable(String name, long line, IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return new CorpusFormatException(
                    name, Math.max(1, line), "not UTF-8, at or behind this line; convert the file to UTF-8");
        }
        var isWrongText = cause.getClass().getPackageName().startsWith("org.apache.commons.csv");
        return isWrongText
                ? new CorpusFormatException(name, line, "not CSV: " + cause.getMessage())
                : new UncheckedIOException(
                        "cannot read " + name + " after line " + line + ": " + cause.getMessage(), cause);
    }

    @Override
    public List<String> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no record is left in " + name);
        }
        var numbered = next.orElseThrow();
        next = Optional.empty();
        lineNumber = numbered.line();
        return numbered.row();
    }

    @Override
    public long lineNumber() {
        return lineNumber;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }
}
