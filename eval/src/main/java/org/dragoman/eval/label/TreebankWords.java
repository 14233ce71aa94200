package org.dragoman.eval.label;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Line;
import org.dragoman.corpora.Lines;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;

/**
 * The tokens, words and sentences of a treebank by the characters that they cover, white space left out. It is read as far as it is
 * needed: what was taken is forgotten. Not thread safe.
 */
final class TreebankWords {
    private static final int COLUMNS = 10;

    private final Lines lines;
    private final StringBuilder characters = new StringBuilder(); // those not taken yet
    private final Deque<Characters> tokens = new ArrayDeque<>();
    private final Deque<Characters> sentences = new ArrayDeque<>();
    private final Deque<Word> words = new ArrayDeque<>();
    private long end; // of all characters read
    private long sentenceStart;
    private Characters token = new Characters(0, 0); // the last one read
    private long tokenCount;
    private long sentenceCount;
    private long wordCount;
    private int parts; // words that the multiword token still has

    /** From the first character to the one behind the last. */
    record Characters(long start, long end) {}

    /**
     * A syntactic word.
     *
     * @param form in lower case; of a whole token, without its spaces, as the shared task's script takes it
     * @param isPart whether it belongs to a multiword token, whose characters it has then
     */
    record Word(
            Characters characters,
            String form,
            String lemma,
            String upos,
            String xpos,
            String features,
            boolean isPart) {}

    TreebankWords(Lines lines) {
        this.lines = lines;
    }

    /** Name of the file. */
    String name() {
        return lines.name();
    }

    /** Reads the next sentence; false if there is none. */
    boolean read() {
        if (!lines.hasNext()) {
            return false;
        }
        var inSentence = true;
        while (inSentence && lines.hasNext()) {
            var line = lines.next();
            inSentence = !line.text().isBlank();
            if (inSentence && !line.text().startsWith("#")) {
                add(line);
            }
        }
        if (end > sentenceStart) {
            sentences.add(new Characters(sentenceStart, end));
            sentenceStart = end;
            sentenceCount++;
        }
        return true;
    }

    private void add(Line line) {
        var columns = line.text().split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new CorpusFormatException(
                    name(), line.number(), "a token line needs 10 columns, got " + columns.length);
        }
        var id = columns[0];
        if (id.contains(".")) {
            return; // an empty node stands for no characters
        }
        if (id.contains("-")) {
            var ends = id.split("-", 2);
            addToken(columns[1]);
            parts = number(line, ends[1]) - number(line, ends[0]) + 1;
        } else {
            addWord(columns);
        }
    }

    private void addWord(String[] columns) {
        var isPart = parts > 0;
        if (isPart) {
            parts--;
        } else {
            addToken(columns[1]);
        }
        var form = isPart ? columns[1] : withoutSpaces(columns[1]);
        words.add(
                new Word(token, form.toLowerCase(Locale.ROOT), columns[2], columns[3], columns[4], columns[5], isPart));
        wordCount++;
    }

    private int number(Line line, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CorpusFormatException(
                    name(), line.number(), "a token's number was expected, got \"" + text + "\"");
        }
    }

    private void addToken(String form) {
        var covered = withoutSpaces(form);
        characters.append(covered);
        var start = end;
        end += covered.length();
        token = new Characters(start, end);
        tokens.add(token);
        tokenCount++;
    }

    /** Without Unicode's Zs, which are the script's white space. */
    private static String withoutSpaces(String form) {
        return form.codePoints()
                .filter(c -> Character.getType(c) != Character.SPACE_SEPARATOR)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The characters that were read; whoever has looked at them deletes them. */
    StringBuilder characters() {
        return characters;
    }

    /** Tokens read. */
    long tokenCount() {
        return tokenCount;
    }

    /** Sentences read. */
    long sentenceCount() {
        return sentenceCount;
    }

    /** Words read. */
    long wordCount() {
        return wordCount;
    }

    /** The next word, if one is left; reads on where needed. */
    Optional<Word> word() {
        var isMore = true;
        while (isMore && words.isEmpty()) {
            isMore = read();
        }
        return Optional.ofNullable(words.peek());
    }

    /** The next word, which is forgotten. */
    Word takeWord() {
        return words.remove();
    }

    /** The tokens that were read; whoever has looked at one removes it. */
    Queue<Characters> tokens() {
        return tokens;
    }

    /** The sentences that were read; whoever has looked at one removes it. */
    Queue<Characters> sentences() {
        return sentences;
    }
}
