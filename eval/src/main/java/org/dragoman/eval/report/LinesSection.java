package org.dragoman.eval.report;

import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.Score;
import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.picture.HeatMap;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.HtmlTable;
import org.dragoman.eval.table.Table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The worst and the best lines of a system, each with its alignment below it if that is known. */
final class LinesSection {
    private static final int SHOWN = 25; // lines at each end
    private static final int BEST_ALIGNED = 5;
    private static final int UNFOLDED = 3; // alignments that are seen at once, and printed
    private static final int REFERENCES = 3; // of a line

    private final TranslationReport report;
    private final ScoredOutput output;
    private final List<? extends Score> scores;

    LinesSection(TranslationReport report, ScoredOutput output) {
        this.report = report;
        this.output = output;
        scores = output.counts().metrics().get(0).lineScores();
    }

    void write(Page.Section section) {
        var order = worstFirst();
        var shown = Math.min(SHOWN, order.size());
        section.note("By " + scores.get(0).name() + " of the single line ("
                + scores.get(0).signature() + ")."
                + (isAligned()
                        ? " Attention of the model while it wrote the output: rows are its words, columns those of the source."
                        : ""));
        section.heading("Worst");
        section.html(html(order.subList(0, shown), shown, UNFOLDED));
        var best = new ArrayList<>(order.subList(order.size() - shown, order.size()));
        Collections.reverse(best);
        section.folded("Best", folded -> folded.html(html(best, BEST_ALIGNED, 0)));
    }

    private List<Integer> worstFirst() {
        return IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores.get(i).isError()
                        ? -scores.get(i).value()
                        : scores.get(i).value()))
                .toList();
    }

    private boolean isAligned() {
        return output.aligner().isPresent() && report.sources().isPresent();
    }

    /** A table of lines, the first of them with their alignments. */
    private String html(List<Integer> lines, int aligned, int unfolded) {
        var table = table(lines);
        var pictures = pictures(lines.subList(0, Math.min(aligned, lines.size())));
        IntFunction<String> below = row -> row < pictures.size() ? picture(pictures.get(row), row < unfolded) : "";
        return "<div class=\"scroll\">\n" + HtmlTable.write(table, below) + "</div>\n";
    }

    private List<SoftAlignment> pictures(List<Integer> lines) {
        if (!isAligned()) {
            return List.of();
        }
        var pairs = lines.stream()
                .map(line -> new SentencePair(
                        report.sources().orElseThrow().get(line), output.lines().get(line)))
                .toList();
        return output.aligner().orElseThrow().apply(pairs);
    }

    private static String picture(SoftAlignment alignment, boolean isOpen) {
        if (alignment.source().isEmpty() || alignment.target().isEmpty()) {
            return "";
        }
        return "<details class=\"tied\"" + (isOpen ? " open" : "")
                + "><summary>Alignment</summary>\n<div class=\"scroll\">"
                + HeatMap.of(alignment).svg() + "</div></details>";
    }

    private Table table(List<Integer> lines) {
        var columns = new ArrayList<Column>(
                List.of(Column.of("line"), Column.of(scores.get(0).name())));
        report.sources().ifPresent(texts -> columns.add(Column.of("source")));
        columns.add(Column.of("output"));
        columns.add(Column.of("reference"));
        return new Table(columns, lines.stream().map(this::row).toList());
    }

    private List<Cell> row(int line) {
        var row = new ArrayList<Cell>(
                List.of(Cell.of(line + 1L), Cell.of(scores.get(line).value(), 1)));
        report.sources().ifPresent(texts -> row.add(Cell.of(texts.get(line))));
        row.add(Cell.of(output.lines().get(line)));
        row.add(Cell.of(references(report.references().get(line))));
        return row;
    }

    private static String references(List<String> references) {
        var first = String.join(" / ", references.subList(0, Math.min(REFERENCES, references.size())));
        return references.size() <= REFERENCES ? first : first + " / and " + (references.size() - REFERENCES) + " more";
    }
}
