package org.dragoman.nmt.documents;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects the runs of a parsed Markdown file: texts that follow each other with nothing but line breaks between them. */
final class MarkdownRuns extends AbstractVisitor {
    /** Addresses, footnote marks, template tags and boxes of task lists, none of which is text. Bounds keep matching linear. */
    private static final String KEPT =
            "(?<![\\w.+-])(?:[A-Za-z][A-Za-z0-9+.-]{1,15}+://|www\\.)[^\\s<>]*(?<![.,;:!?'\")\\]}*_])"
                    + "|(?<![\\w.+-])[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)+"
                    + "|\\[\\^[^\\[\\]\\s]{1,200}\\]:?"
                    + "|\\{\\{[^{}]{0,500}\\}\\}|\\{%[^{}]{0,500}%\\}"
                    + "|(?<!\\S)\\[[ xX]\\](?=\\s)";

    private static final Pattern NO_TEXT = Pattern.compile(KEPT);
    private static final Pattern NO_TEXT_OR_ESCAPED = Pattern.compile(KEPT + "|\\\\\\p{Punct}|&#?[0-9A-Za-z]{1,32};");

    private final String text;
    private final int offset;
    private final List<Run> runs = new ArrayList<>();

    private final StringBuilder open = new StringBuilder(); // text of the run that is being collected
    private int start;
    private int end;

    /**
     * @param text of the whole file
     * @param offset where the part that was parsed starts
     */
    MarkdownRuns(String text, int offset) {
        this.text = text;
        this.offset = offset;
    }

    List<Run> runs() {
        return runs;
    }

    /** Every node but a text and a soft line break comes through here and ends the run before it. */
    @Override
    protected void visitChildren(Node parent) {
        cut();
        super.visitChildren(parent);
        cut();
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        if (!open.isEmpty() && !Character.isWhitespace(open.charAt(open.length() - 1))) {
            open.append(' ');
        }
    }

    @Override
    public void visit(Link link) {
        visitLabelled(link);
    }

    @Override
    public void visit(Image image) {
        visitLabelled(image);
    }

    @Override
    public void visit(CustomNode node) {
        var isShifted =
                node instanceof TableCell && source(node).contains("\\|"); // the parser's offsets after it are wrong
        if (!isShifted) {
            super.visit(node);
        }
    }

    @Override
    public void visit(Text node) {
        if (node.getSourceSpans().size() != 1) {
            cut();
            return;
        }
        var span = span(node).orElseThrow();
        var written = span.textIn(text);
        var isAsWritten = written.strip().equals(node.getLiteral().strip());
        if (isAsWritten || NO_TEXT.matcher(written).find()) {
            addParts(span, written, isAsWritten ? NO_TEXT : NO_TEXT_OR_ESCAPED);
        } else {
            add(span.start(), span.end(), node.getLiteral());
        }
    }

    /** Adds what is between the parts that are not text. */
    private void addParts(Span span, String written, Pattern separator) {
        var matcher = separator.matcher(written);
        var from = 0;
        while (matcher.find()) {
            add(span.start() + from, span.start() + matcher.start(), written.substring(from, matcher.start()));
            cut();
            from = matcher.end();
        }
        add(span.start() + from, span.end(), written.substring(from));
    }

    private void add(int from, int to, String literal) {
        if (literal.isEmpty()) {
            return;
        }
        if (open.isEmpty()) {
            start = from;
        }
        open.append(literal);
        end = to;
    }

    private void cut() {
        if (!open.isEmpty()) {
            Run.in(text, start, end, open.toString()).ifPresent(runs::add);
            open.setLength(0);
        }
    }

    /** Visits the text of a link or image unless it is also an address or the label of a definition. */
    private void visitLabelled(Node node) {
        cut();
        var whole = span(node);
        var last = Optional.ofNullable(node.getLastChild()).flatMap(this::span);
        if (whole.isPresent() && last.isPresent()) {
            var after = text.substring(last.get().end(), whole.get().end());
            if (after.startsWith("](") || (after.startsWith("][") && !after.equals("][]"))) {
                visitChildren(node);
            }
        }
    }

    private String source(Node node) {
        return span(node).map(span -> span.textIn(text)).orElse("");
    }

    private Optional<Span> span(Node node) {
        var spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        var last = spans.get(spans.size() - 1);
        return Optional.of(
                new Span(offset + spans.get(0).getInputIndex(), offset + last.getInputIndex() + last.getLength()));
    }
}
