package org.dragoman.eval.label;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Line;
import org.dragoman.corpora.Lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tokens, words and sentences of a treebank by the characters that they cover, white space left out. */
final class TreebankWords {
    private static final int COLUMNS = 10;
    private static final int SHOWN = 20;

    private final String name;
    private final StringBuilder characters = new StringBuilder();
    private final List<Characters> tokens = new ArrayList<>();
    private final List<Characters> sentences = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private int sentenceStart;
    private int parts; // words that the multiword token still has

    /** From the first character to the one behind the last. */
    record Characters(int start, int end) {}

    /**
     * A syntactic word.
     *
     * @param form in lower case
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

    private TreebankWords(String name) {
        this.name = name;
    }

    static TreebankWords read(Lines lines) {
        var words = new TreebankWords(lines.name());
        while (lines.hasNext()) {
            words.add(lines.next());
        }
        words.endSentence();
        return words;
    }

    private void add(Line line) {
        if (line.text().isBlank()) {
            endSentence();
        } else if (!line.text().startsWith("#")) {
            var columns = line.text().split("\t", -1);
            if (columns.length != COLUMNS) {
                throw new CorpusFormatException(
                        name, line.number(), "a token line needs 10 columns, got " + columns.length);
            }
            addToken(line, columns);
        }
    }

    private void addToken(Line line, String[] columns) {
        var id = columns[0];
        if (id.contains(".")) {
            return; // an empty node stands for no characters
        }
        if (id.contains("-")) {
            var ends = id.split("-", 2);
            tokens.add(cover(columns[1]));
            parts = number(line, ends[1]) - number(line, ends[0]) + 1;
        } else {
            var isPart = parts > 0;
            if (isPart) {
                parts--;
            } else {
                tokens.add(cover(columns[1]));
            }
            var covered = tokens.get(tokens.size() - 1);
            words.add(new Word(
                    covered,
                    columns[1].toLowerCase(Locale.ROOT),
                    columns[2],
                    columns[3],
                    columns[4],
                    columns[5],
                    isPart));
        }
    }

    private int number(Line line, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CorpusFormatException(name, line.number(), "a token's number was expected, got \"" + text + "\"");
        }
    }

    private Characters cover(String form) {
        var start = characters.length();
        form.codePoints()
                .filter(c -> !Character.isSpaceChar(c) && !Character.isWhitespace(c))
                .forEach(characters::appendCodePoint);
        return new Characters(start, characters.length());
    }

    private void endSentence() {
        if (characters.length() > sentenceStart) {
            sentences.add(new Characters(sentenceStart, characters.length()));
            sentenceStart = characters.length();
        }
    }

    List<Characters> tokens() {
        return tokens;
    }

    List<Characters> sentences() {
        return sentences;
    }

    List<Word> words() {
        return words;
    }

    /** Refuses a comparison of different texts. */
    void requireSameCharacters(TreebankWords system) {
        if (!characters.toString().contentEquals(system.characters)) {
            var at = 0;
            while (at < Math.min(characters.length(), system.characters.length())
                    && characters.charAt(at) == system.characters.charAt(at)) {
                at++;
            }
            throw new IllegalArgumentException("the texts of " + name + " and " + system.name
                    + " must be the same but for white space; after " + at + " characters there is \""
                    + cut(characters, at) + "\" in one and \"" + cut(system.characters, at) + "\" in the other");
        }
    }

    private static String cut(StringBuilder text, int at) {
        return text.substring(at, Math.min(text.length(), at + SHOWN));
    }
}
