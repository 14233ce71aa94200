package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.LabelledText;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes label and text out of rows. Where neither column is named, a row must have just these two, so that nothing is lost unseen. */
final class LabelledTable implements CorpusReader<LabelledText> {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private final CorpusReader<List<String>> rows;
    private final String name;
    private final int label; // from 0
    private final int text;
    private final Optional<Integer> width; // of each row, if it is known

    /** Reads rows, which are closed with the result; a header is read at once. */
    LabelledTable(CorpusReader<List<String>> rows, String name, LabelledSettings settings) {
        this.rows = rows;
        this.name = name;
        try {
            var header = settings.hasHeader() ? header() : Optional.<List<String>>empty();
            this.label = column(header, settings.label(), LabelledFormat.LABEL, 0);
            this.text = column(header, settings.text(), LabelledFormat.TEXT, 1);
            var isBare = header.isEmpty()
                    && settings.label().isEmpty()
                    && settings.text().isEmpty();
            this.width = header.map(List::size).or(() -> isBare ? Optional.of(2) : Optional.empty());
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private Optional<List<String>> header() {
        if (!rows.hasNext()) {
            throw new CorpusFormatException(name, 1, "a header was expected, got an empty file");
        }
        return Optional.of(rows.next());
    }

    private int column(Optional<List<String>> header, Optional<String> wanted, String usual, int usualIndex) {
        if (wanted.isPresent() && NUMBER.matcher(wanted.get()).matches()) {
            return Integer.parseInt(wanted.get()) - 1;
        }
        if (header.isEmpty() && wanted.isPresent()) {
            throw new IllegalArgumentException("the column \"" + wanted.get() + "\" is named, but " + name
                    + " is read without a header; say that it has one, or give the column's number");
        }
        return header.map(names -> index(names, wanted.orElse(usual))).orElse(usualIndex);
    }

    private int index(List<String> header, String column) {
        var index = header.indexOf(column);
        if (index < 0 || header.lastIndexOf(column) != index) {
            var problem = index < 0 ? "there is no column \"" : "there are several columns \"";
            throw new CorpusFormatException(
                    name, rows.lineNumber(), problem + column + "\"; the columns are " + String.join(", ", header));
        }
        return index;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public LabelledText next() {
        var row = rows.next();
        if (width.isPresent() && row.size() != width.get()) {
            throw error("a row needs " + width.get() + " columns, got " + row.size()
                    + (width.get() == 2 ? "; if the file has more, name those of label and text" : ""));
        }
        if (row.size() <= Math.max(label, text)) {
            throw error("a row needs " + (Math.max(label, text) + 1) + " columns, got " + row.size());
        }
        return new LabelledText(row.get(label), row.get(text));
    }

    private CorpusFormatException error(String problem) {
        return new CorpusFormatException(name, rows.lineNumber(), problem);
    }

    @Override
    public long lineNumber() {
        return rows.lineNumber();
    }

    @Override
    public void close() {
        rows.close();
    }
}
