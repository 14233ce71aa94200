package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.Line;
import org.dragoman.corpora.Lines;
import org.dragoman.corpora.TaggedSentence;

import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a treebank with their tags, sentence by sentence. ({@link org.dragoman.pipeline.io.ConlluReader} reads everything, but a
 * document at a time, and most treebanks are a single one.)
 */
final class TreebankSentences implements CorpusReader<TaggedSentence> {
    private static final Set<String> UNIVERSAL_TAGS = Set.of(
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
            "SCONJ", "SYM", "VERB", "X", "_");
    private static final int COLUMNS = 10;
    private static final Pattern WORD_ID = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern OTHER_ID = Pattern.compile("[1-9][0-9]*-[1-9][0-9]*|[0-9]+\\.[1-9][0-9]{0,8}");

    private final Lines lines;
    private final TaggedSettings.TreebankTag tag;
    private Optional<Numbered> ready = Optional.empty();
    private long lineNumber;

    private record Numbered(long line, TaggedSentence sentence) {}

    /** Reads lines, which are closed with the result. */
    TreebankSentences(Lines lines, TaggedSettings.TreebankTag tag) {
        this.lines = lines;
        this.tag = tag;
    }

    /** Whether a tag is one of the 17 universal parts of speech, or says that there is none. */
    static boolean isUniversal(String tag) {
        return UNIVERSAL_TAGS.contains(tag);
    }

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
        lineNumber = numbered.line();
        return numbered.sentence();
    }

    private Optional<Numbered> read() {
        var tokens = new ArrayList<String>();
        var tags = new ArrayList<String>();
        var first = 0L;
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.text().isBlank()) {
                if (!tokens.isEmpty()) {
                    break;
                }
            } else if (!line.text().startsWith("#")) {
                first = first == 0 ? line.number() : first;
                add(line, tokens, tags);
            }
        }
        return tokens.isEmpty() ? Optional.empty() : Optional.of(new Numbered(first, new TaggedSentence(tokens, tags)));
    }

    private void add(Line line, ArrayList<String> tokens, ArrayList<String> tags) {
        var columns = line.text().split("\t", -1);
        if (columns.length != COLUMNS) {
            throw error(line, "a word needs " + COLUMNS + " columns, got " + columns.length);
        }
        if (WORD_ID.matcher(columns[0]).matches()) {
            if (Integer.parseInt(columns[0]) != tokens.size() + 1) {
                throw error(line, "words count from 1, so " + (tokens.size() + 1) + " was expected, got " + columns[0]);
            }
            tokens.add(columns[1]);
            tags.add(columns[tag == TaggedSettings.TreebankTag.UPOS ? 3 : 4]);
        } else if (!OTHER_ID.matcher(columns[0]).matches()) {
            throw error(line, "the first column needs a number such as 3, 3-4 or 3.1, got \"" + columns[0] + "\"");
        }
    }

    private CorpusFormatException error(Line line, String problem) {
        return new CorpusFormatException(lines.name(), line.number(), problem);
    }

    @Override
    public long lineNumber() {
        return lineNumber;
    }

    @Override
    public void close() {
        lines.close();
    }
}
