package org.dragoman.eval.report;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.eval.alignment.LayeredAlignment;
import org.dragoman.eval.table.Table;
import org.dragoman.eval.table.TableFormat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An HTML page that needs nothing but itself: styles for screen (light and dark) and paper, and a few lines of script that sort tables and
 * without which the page is complete.
 *
 * <p>Texts are escaped; only {@link Section#html} takes markup. Not thread safe.
 */
public final class Page {
    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0E-\\x1F\\x7F-\\x9F\\uFFFE\\uFFFF\\x{D800}-\\x{DFFF}]"); // half a pair too

    private final String title;
    private final String lead;
    private final List<Section> sections = new ArrayList<>();

    /**
     * Begins a page.
     *
     * @param title its heading
     * @param lead a sentence or two below it
     */
    public Page(String title, String lead) {
        this.title = title;
        this.lead = lead;
    }

    /** A part of a page under a heading. */
    public static final class Section {
        private final String heading;
        private final StringBuilder body = new StringBuilder();

        private Section(String heading) {
            this.heading = heading;
        }

        /** A paragraph of plain text. */
        public Section paragraph(String text) {
            return html("<p>" + escaped(text) + "</p>\n");
        }

        /** A sentence of any language, in its own direction. */
        public Section words(String text) {
            return html("<p dir=\"auto\">" + escaped(text) + "</p>\n");
        }

        /** A remark in small print. */
        public Section note(String text) {
            return html("<p class=\"note\">" + escaped(text) + "</p>\n");
        }

        /** A smaller heading. */
        public Section heading(String text) {
            return html("<h3>" + escaped(text) + "</h3>\n");
        }

        /** Text that keeps its lines and is set in one width, such as signatures. */
        public Section preformatted(String text) {
            return html("<pre>" + escaped(text) + "</pre>\n");
        }

        /** A table; a reader may sort it by a click on a heading. */
        public Section table(Table table) {
            return html("<div class=\"scroll\">\n" + TableFormat.HTML.write(table) + "</div>\n");
        }

        /**
         * A picture that adapts itself to light, dark and paper.
         *
         * @param svg an {@code svg} element
         * @param caption what it shows
         */
        public Section figure(String svg, String caption) {
            return html("<figure>\n<div class=\"scroll\">" + withoutProlog(svg) + "</div>\n<figcaption>"
                    + escaped(caption) + "</figcaption>\n</figure>\n");
        }

        /**
         * A picture in two versions.
         *
         * @param light {@code svg} element for light screens and paper
         * @param dark the same for dark screens
         */
        public Section figure(String light, String dark, String caption) {
            return html("<figure>\n<div class=\"scroll on-light\">" + withoutProlog(light)
                    + "</div>\n<div class=\"scroll on-dark\">" + withoutProlog(dark) + "</div>\n<figcaption>"
                    + escaped(caption) + "</figcaption>\n</figure>\n");
        }

        /** The average, the layers and the heads of an alignment as heat maps and link diagrams, of which a reader chooses one at a time. */
        public Section alignment(LayeredAlignment alignment) {
            return html(new AlignmentFigures(alignment).html());
        }

        /** A part that is folded up at first. */
        public Section folded(String summary, Consumer<Section> content) {
            html("<details>\n<summary>" + escaped(summary) + "</summary>\n");
            content.accept(this);
            return html("</details>\n");
        }

        /** Markup as it is. */
        public Section html(String markup) {
            body.append(markup);
            return this;
        }
    }

    /** Adds a section at the end. */
    public Page section(String heading, Consumer<Section> content) {
        var section = new Section(heading);
        content.accept(section);
        sections.add(section);
        return this;
    }

    /** The page as text. */
    public String html() {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.append("<title>").append(escaped(title)).append("</title>\n");
        html.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<header>\n");
        html.append("<h1>").append(escaped(title)).append("</h1>\n");
        html.append("<p class=\"lead\">").append(escaped(lead)).append("</p>\n");
        html.append(navigation()).append("</header>\n<main>\n");
        for (var i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            html.append("<section id=\"s").append(i + 1).append("\">\n<h2>").append(escaped(section.heading));
            html.append("</h2>\n").append(section.body).append("</section>\n");
        }
        return html.append("</main>\n<script>\n")
                .append(SCRIPT)
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    private String navigation() {
        var links = new ArrayList<String>();
        for (var i = 0; i < sections.size(); i++) {
            links.add("<a href=\"#s" + (i + 1) + "\">" + escaped(sections.get(i).heading) + "</a>");
        }
        return links.stream().collect(Collectors.joining("\n", "<nav>\n", "\n</nav>\n"));
    }

    /** Writes the page to a file, whole or not at all. */
    public void write(Path file) {
        AtomicFile.writeText(file, out -> out.write(html()));
    }

    /** Text for HTML, in elements and in attributes; characters that HTML forbids are shown as U+FFFD. */
    static String escaped(String text) {
        return FORBIDDEN
                .matcher(text)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** An XML declaration and a document type belong at the start of a file only. */
    private static String withoutProlog(String svg) {
        var start = svg.indexOf("<svg");
        if (start < 0) {
            throw new IllegalArgumentException("a figure needs an svg element, got none");
        }
        return svg.substring(start);
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing beside " + Page.class.getName()
                        + "; was it left out when the jar was packed?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }
}
