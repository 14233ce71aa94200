package org.dragoman.corpora;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sentences with a tag for each token, one token a line in columns, an empty line behind each sentence: CoNLL 2003's form and its relatives.
 * Lines that begin with {@code # } are comments, but not {@code # O} or the like: there the number sign is a token. A line with a number
 * sign alone in its first column is a comment if tokens stand in another (GermEval 2014). Columns are divided by tabs, or by spaces in a
 * line without a tab. Read line by line; not thread safe.
 */
public final class TaggedSentences implements CorpusReader<TaggedSentence> {
    /** Stands for the last column, whichever it is. */
    public static final int LAST = 0;

    private static final Pattern TAGGED_NUMBER_SIGN = Pattern.compile("# +(O|[BIELSU]-\\S+)");

    private final Lines lines;
    private final int tokenColumn;
    private final int tagColumn;
    private Optional<Numbered> ready = Optional.empty();
    private List<Long> lineNumbers = List.of();

    private record Numbered(TaggedSentence sentence, List<Long> lineNumbers) {}

    /**
     * Reads lines, which are closed with the result.
     *
     * @param tokenColumn from 1
     * @param tagColumn from 1, or {@link #LAST}
     */
    public TaggedSentences(Lines lines, int tokenColumn, int tagColumn) {
        if (tokenColumn < 1 || tagColumn < LAST) {
            throw new IllegalArgumentException(
                    "columns count from 1, got " + tokenColumn + " for the token and " + tagColumn + " for the tag");
        }
        this.lines = lines;
        this.tokenColumn = tokenColumn;
        this.tagColumn = tagColumn;
    }

    /**
     * {@inheritDoc}
     *
     * @throws CorpusFormatException if a line has too few columns
     */
    @Override
    public boolean hasNext() {
        ready = ready.or(this::read);
        return ready.isPresent();
    }

    @Override
    public TaggedSentence next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no sentence is left in " + lines.name());
        }
        var numbered = ready.orElseThrow();
        ready = Optional.empty();
        lineNumbers = numbered.lineNumbers();
        return numbered.sentence();
    }

    @Override
    public long lineNumber() {
        return lineNumbers.isEmpty() ? 0 : lineNumber(0);
    }

    /** Number of the line, from 1, with a token, counted from 0, of the sentence that {@link #next} returned last. */
    public long lineNumber(int token) {
        return lineNumbers.get(token);
    }

    /** Name of the text in messages. */
    public String name() {
        return lines.name();
    }

    private Optional<Numbered> read() {
        var numbers = new ArrayList<Long>();
        var tokens = new ArrayList<String>();
        var tags = new ArrayList<String>();
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.text().isBlank() && !tokens.isEmpty()) {
                break;
            }
            if (!line.text().isBlank() && !isComment(line.text())) {
                var columns = columns(line);
                numbers.add(line.number());
                tokens.add(columns.get(tokenColumn - 1));
                tags.add(columns.get(tagColumn == LAST ? columns.size() - 1 : tagColumn - 1));
            }
        }
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(new Numbered(new TaggedSentence(tokens, tags), numbers));
    }

    private boolean isComment(String line) {
        return line.startsWith("# ") && !TAGGED_NUMBER_SIGN.matcher(line).matches()
                || line.startsWith("#\t") && tokenColumn > 1;
    }

    private List<String> columns(Line line) {
        var columns = List.of(line.text().split(line.text().indexOf('\t') >= 0 ? "\t" : " +"));
        var needed = Math.max(2, Math.max(tokenColumn, tagColumn));
        if (columns.size() < needed) {
            throw new CorpusFormatException(
                    lines.name(), line.number(), "a line needs " + needed + " columns, got " + columns.size());
        }
        return columns;
    }

    @Override
    public void close() {
        lines.close();
    }
}
