package org.dragoman.pipeline.io;

import org.dragoman.pipeline.PosTag;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a sentence of the lines between two empty ones. */
final class ConlluSentenceParser {
    private static final Pattern WORD = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern RANGE = Pattern.compile("([1-9]\\d{0,8})-([1-9]\\d{0,8})");
    private static final Pattern EMPTY_NODE = Pattern.compile("(0|[1-9]\\d{0,8})\\.[1-9]\\d{0,8}");

    private final List<String> comments = new ArrayList<>();
    private final List<String> emptyNodes = new ArrayList<>();
    private final List<ParsedToken> tokens = new ArrayList<>();
    private int words;
    private ConlluLine range; // the range whose words are being read, null outside of one
    private int rangeEnd;
    private List<ParsedWord> rangeWords = new ArrayList<>();

    private ConlluSentenceParser() {}

    static ParsedSentence parse(List<ConlluLine> lines) {
        var parser = new ConlluSentenceParser();
        lines.forEach(parser::add);
        if (parser.range != null) {
            throw parser.range.wrong(
                    "the token has words up to " + parser.rangeEnd + ", but the last one is " + parser.words);
        }
        if (parser.tokens.isEmpty()) {
            throw lines.get(0).wrong("a sentence needs at least one word");
        }
        return new ParsedSentence(new ConlluSentence(parser.comments, parser.emptyNodes), List.copyOf(parser.tokens));
    }

    private void add(ConlluLine line) {
        if (line.isComment()) {
            comment(line);
            return;
        }
        var columns = line.columns();
        var id = columns.get(0);
        if (WORD.matcher(id).matches()) {
            word(line, columns);
        } else if (RANGE.matcher(id).matches()) {
            range(line, columns);
        } else if (EMPTY_NODE.matcher(id).matches()) {
            emptyNode(line, id);
        } else {
            throw line.wrong("an ID must be a number such as 7, 7-8 or 7.1, got \"" + id + "\"");
        }
    }

    private void comment(ConlluLine line) {
        if (words > 0 || range != null) {
            throw line.wrong("comments must come before the words of a sentence");
        }
        comments.add(line.text());
    }

    private void emptyNode(ConlluLine line, String id) {
        if (!id.startsWith(words + ".")) {
            throw line.wrong("expected an empty node " + words + ".N, got " + id);
        }
        emptyNodes.add(line.text());
    }

    private void range(ConlluLine line, List<String> columns) {
        var bounds = RANGE.matcher(columns.get(0));
        bounds.matches();
        var end = Integer.parseInt(bounds.group(2));
        if (range != null || Integer.parseInt(bounds.group(1)) != words + 1 || end <= words + 1) {
            throw line.wrong("expected a word or range that starts at " + (words + 1) + ", got " + columns.get(0));
        }
        range = line;
        rangeEnd = end;
        rangeWords = new ArrayList<>();
    }

    private void word(ConlluLine line, List<String> columns) {
        words++;
        if (!columns.get(0).equals(Integer.toString(words))) {
            throw line.wrong("expected word " + words + ", got " + columns.get(0));
        }
        if (range == null) {
            tokens.add(singleWord(line, columns));
            return;
        }
        rangeWords.add(word(columns, columns.get(1)));
        if (words == rangeEnd) {
            tokens.add(wholeRange());
            range = null;
        }
    }

    private static ParsedToken singleWord(ConlluLine line, List<String> columns) {
        var misc = Misc.parse(columns.get(9));
        var text = tokenText(line, columns, misc);
        return new ParsedToken(line, columns.get(1), text, misc, ConlluToken.NONE, List.of(word(columns, text)));
    }

    private ParsedToken wholeRange() {
        var columns = range.columns();
        var misc = Misc.parse(columns.get(9));
        var fields = new ConlluToken(columns.get(5), columns.get(9));
        return new ParsedToken(
                range, columns.get(1), tokenText(range, columns, misc), misc, fields, List.copyOf(rangeWords));
    }

    private static String tokenText(ConlluLine line, List<String> columns, Misc misc) {
        var text = misc.get(Misc.SPACES_IN_TOKEN).orElse(columns.get(1));
        if (text.isEmpty()) {
            throw line.wrong(Misc.SPACES_IN_TOKEN + " must not be empty");
        }
        return text;
    }

    private static ParsedWord word(List<String> columns, String usualForm) {
        var misc = Misc.parse(columns.get(9));
        var fields = new ConlluFields(columns.get(5), columns.get(6), columns.get(7), columns.get(8), columns.get(9));
        return new ParsedWord(
                misc.get(Misc.WORD_FORM).filter(form -> !form.isEmpty()).orElse(usualForm),
                columns.get(2),
                new PosTag(columns.get(3), columns.get(4)),
                fields,
                misc.get(Misc.STEM));
    }
}
