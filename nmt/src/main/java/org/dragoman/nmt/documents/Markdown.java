package org.dragoman.nmt.documents;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CommonMark with tables.
 *
 * <p>Runs are in headings, paragraphs, list items, block quotes, table cells, the text of links and the alternative text of
 * images. Never in code, HTML tags and blocks, the targets and titles of links, link definitions, front matter, bare addresses,
 * footnote marks and template tags. A link whose text is also its label ({@code [text]} or {@code [text][]}) keeps it, as
 * the link would break, and so does a table cell with an escaped bar.
 *
 * <p>Inline markup ends a run, so a sentence with a word in bold is translated in three parts that stay in their order. A line
 * break inside a wrapped paragraph does not: the lines are one run, and its translation is written on one line, which
 * looks the same to a reader.
 */
final class Markdown implements DocumentFormat {
    private static final String SPECIAL = "\\`*_[]<>|~";
    private static final Pattern LINE_END = Pattern.compile("\\s*[\r\n]\\s*");

    /** What would start a list, heading, quote, rule, table or code block at the start of a line. */
    private static final Pattern BLOCK_START =
            Pattern.compile("(?:(?<number>[0-9]{1,9})[.)](?=\\s|$))|[-+](?=\\s|$)|#{1,6}(?=\\s|$)|[>=]|---|~~~");

    private static final Pattern ENTITY = Pattern.compile("&(?=#?[0-9A-Za-z]{1,32};)");

    /** Opening and closing fence of YAML at the very start. */
    private static final Pattern FRONT_MATTER = Pattern.compile(
            "\\A\uFEFF?---[ \\t]*\\R(?![ \\t]*\\R)(?s:.*?)^(?:---|\\.\\.\\.)[ \\t]*$", Pattern.MULTILINE);

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    @Override
    public String name() {
        return "Markdown";
    }

    @Override
    public Set<String> extensions() {
        return Set.of(".md", ".markdown");
    }

    @Override
    public Stream<Run> runs(String text) {
        var start = start(text);
        var runs = new MarkdownRuns(text, start);
        parser.parse(text.substring(start)).accept(runs);
        return runs.runs().stream();
    }

    @Override
    public String write(Run run, String translation) {
        if (translation.equals(run.text())) {
            return run.source();
        }
        var written = new StringBuilder();
        LINE_END.matcher(translation.strip())
                .replaceAll(" ")
                .codePoints()
                .forEach(character -> append(written, character, run.source()));
        return escapeStart(ENTITY.matcher(written).replaceAll("\\\\&"), run.source());
    }

    /** A special character that the source does not have came with the translation and must not become markup. */
    private static void append(StringBuilder written, int character, String source) {
        if (SPECIAL.indexOf(character) >= 0 && !hasUnescaped(source, character)) {
            written.append('\\');
        }
        written.appendCodePoint(character);
    }

    private static boolean hasUnescaped(String source, int character) {
        for (var at = source.indexOf(character); at >= 0; at = source.indexOf(character, at + 1)) {
            if (at == 0 || source.charAt(at - 1) != '\\') {
                return true;
            }
        }
        return false;
    }

    /** Keeps "1. Mai" from becoming the first item of a list. */
    private static String escapeStart(String written, String source) {
        var start = BLOCK_START.matcher(written);
        if (!start.lookingAt() || BLOCK_START.matcher(source).lookingAt()) {
            return written;
        }
        var mark = start.group("number") == null ? 0 : start.end("number");
        return written.substring(0, mark) + '\\' + written.substring(mark);
    }

    /** Where Markdown starts: after front matter and a byte order mark. */
    private static int start(String text) {
        var front = FRONT_MATTER.matcher(text);
        if (front.lookingAt()) {
            return front.end();
        }
        return text.startsWith("\uFEFF") ? 1 : 0;
    }
}
