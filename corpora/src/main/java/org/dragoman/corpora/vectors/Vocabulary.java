package org.dragoman.corpora.vectors;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Line;
import org.dragoman.corpora.Lines;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The terms that have a column, with the number of training texts that each is in. Immutable.
 *
 * <p>As a file: a line {@code # N texts}, then for each column its term, a TAB and the number of texts. Backslash, TAB, line feed and
 * carriage return in a term are written as {@code \\}, {@code \t}, {@code \n} and {@code \r}.
 */
public final class Vocabulary {
    private static final Pattern HEAD = Pattern.compile("# (\\d{1,9}) texts");
    private static final Pattern ENTRY = Pattern.compile("((?:[^\\\\\t]|\\\\[\\\\tnr])+)\t(\\d{1,9})");

    private final int texts;
    private final List<String> terms;
    private final int[] textsWithTerm;
    private final Map<String, Integer> columns;

    private Vocabulary(int texts, List<String> terms, int... textsWithTerm) {
        this.texts = texts;
        this.terms = List.copyOf(terms);
        this.textsWithTerm = textsWithTerm;
        columns = new HashMap<>();
        for (var column = 0; column < this.terms.size(); column++) {
            columns.putIfAbsent(this.terms.get(column), column);
        }
    }

    /** What is counted of a term while texts are read. */
    private static final class Count {
        private int texts;
        private long times;
        private int lastText = -1;
    }

    /**
     * Learns from texts; columns are in the order of code points. Memory for all different terms.
     *
     * @param countsTexts whether the most frequent terms, where their number is limited, are those in the most texts
     * @throws IllegalArgumentException if no term is left
     */
    static Vocabulary learn(Iterator<String> texts, Terms terms, VocabularyLimits limits, boolean countsTexts) {
        var counts = new HashMap<String, Count>();
        var read = 0;
        while (texts.hasNext()) {
            var text = read;
            terms.forEach(texts.next(), term -> count(term, text, counts));
            read++;
        }
        if (read == 0) {
            throw new IllegalArgumentException("there are no texts, so there is nothing to learn terms from");
        }
        var min = limits.min().of(read);
        var max = limits.max().of(read);
        var all = counts.size();
        counts.values().removeIf(count -> count.texts < min || count.texts > max);
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("no term is left: the " + read + " texts have " + all
                    + " different terms, and none is in at least " + min + " and at most " + max + " of them");
        }
        return of(read, counts, mostFrequent(counts, limits.terms(), countsTexts));
    }

    private static void count(String term, int text, Map<String, Count> counts) {
        var count = counts.computeIfAbsent(term, t -> new Count());
        count.times++;
        count.texts += count.lastText == text ? 0 : 1;
        count.lastText = text;
    }

    private static List<String> mostFrequent(Map<String, Count> counts, int limit, boolean countsTexts) {
        var terms = new ArrayList<>(counts.keySet());
        terms.sort(CodePointOrder.INSTANCE);
        if (terms.size() <= limit) {
            return terms;
        }
        terms.sort((a, b) ->
                Long.compare(frequency(counts.get(b), countsTexts), frequency(counts.get(a), countsTexts))); // stable
        var kept = new ArrayList<>(terms.subList(0, limit));
        kept.sort(CodePointOrder.INSTANCE);
        return kept;
    }

    private static long frequency(Count count, boolean countsTexts) {
        return countsTexts ? count.texts : count.times;
    }

    private static Vocabulary of(int texts, Map<String, Count> counts, List<String> terms) {
        var textsWithTerm =
                terms.stream().mapToInt(term -> counts.get(term).texts).toArray();
        return new Vocabulary(texts, terms, textsWithTerm);
    }

    /** Number of terms. */
    public int size() {
        return terms.size();
    }

    /** The terms by column. */
    public List<String> terms() {
        return terms;
    }

    /** Number of training texts. */
    public int texts() {
        return texts;
    }

    /** Training texts that have the term of a column, 1 or more. */
    public int textsWithTerm(int column) {
        return textsWithTerm[column];
    }

    /** The column of a term, from 0, or -1 if it has none. */
    public int column(String term) {
        return columns.getOrDefault(term, -1);
    }

    /** Writes the file, whole or not at all. */
    public void write(Path file) {
        AtomicFile.writeText(file, this::write);
    }

    private void write(Writer out) throws IOException {
        out.write("# " + texts + " texts\n");
        for (var column = 0; column < terms.size(); column++) {
            out.write(escaped(terms.get(column)) + "\t" + textsWithTerm[column] + "\n");
        }
    }

    /**
     * Reads what {@link #write(Path)} wrote.
     *
     * @throws CorpusFormatException if a line is not as it should be
     */
    public static Vocabulary read(Path file) {
        try (var lines = Lines.open(file)) {
            var texts = lines.hasNext() ? texts(lines.name(), lines.next()) : 0;
            var terms = new ArrayList<String>();
            var counts = new ArrayList<Integer>();
            while (lines.hasNext()) {
                var line = lines.next();
                var entry = ENTRY.matcher(line.text());
                if (!entry.matches()
                        || Integer.parseInt(entry.group(2)) < 1
                        || Integer.parseInt(entry.group(2)) > texts) {
                    throw new CorpusFormatException(
                            lines.name(),
                            line.number(),
                            "a term, a TAB and a number of texts from 1 to " + texts + " were expected, got \""
                                    + line.text() + "\"");
                }
                terms.add(unescaped(entry.group(1)));
                counts.add(Integer.parseInt(entry.group(2)));
            }
            return checked(lines.name(), texts, terms, counts);
        }
    }

    private static int texts(String name, Line head) {
        var matcher = HEAD.matcher(head.text());
        if (!matcher.matches()) {
            throw new CorpusFormatException(
                    name,
                    head.number(),
                    "a vocabulary begins with a line like \"# 100 texts\", got \"" + head.text() + "\"");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static Vocabulary checked(String name, int texts, List<String> terms, List<Integer> counts) {
        var vocabulary = new Vocabulary(
                texts, terms, counts.stream().mapToInt(Integer::intValue).toArray());
        if (terms.isEmpty()) {
            throw new CorpusFormatException(name, 1, "a vocabulary needs at least one term, got none");
        }
        for (var column = 0; column < terms.size(); column++) {
            if (vocabulary.column(terms.get(column)) != column) {
                throw new CorpusFormatException(
                        name, column + 2L, "the term \"" + terms.get(column) + "\" is there twice");
            }
        }
        return vocabulary;
    }

    private static String escaped(String term) {
        return term.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String written) {
        var term = new StringBuilder();
        for (var i = 0; i < written.length(); i++) {
            var c = written.charAt(i);
            if (c == '\\') {
                i++;
                c = switch (written.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> '\\';
                };
            }
            term.append(c);
        }
        return term.toString();
    }
}
