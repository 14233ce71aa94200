package org.dragoman.eval.report;

import org.dragoman.eval.analysis.OutputCheck;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What may be wrong with the lines of each system. */
record FindingsSection(TranslationReport report) {
    private static final int SHOWN = 200; // findings a system

    void write(Page.Section section) {
        section.note((report.sources().isPresent()
                        ? "Numbers are compared with those of the source, digits only; names are words that source and first reference"
                                + " share and that look like one."
                        : "Numbers are compared with those of the reference, digits only. Copies and lost names can't be seen without"
                                + " the source.")
                + " A finding is a hint, not a proof.");
        var found = report.outputs().stream().map(this::findings).toList();
        section.table(counts(found));
        for (var i = 0; i < found.size(); i++) {
            var findings = found.get(i);
            var shown = Math.min(SHOWN, findings.size());
            var system = report.outputs().get(i).system();
            section.folded(
                    system + ": " + shown + " of " + findings.size() + " findings",
                    folded -> folded.table(table(findings.subList(0, shown))));
        }
    }

    private Table counts(List<List<OutputCheck.Finding>> found) {
        var columns = new ArrayList<Column>(List.of(Column.of("lines with")));
        report.outputs().forEach(output -> columns.add(Column.of(output.system())));
        var rows = new ArrayList<List<Cell>>();
        for (var kind : kinds()) {
            var row = new ArrayList<Cell>(List.of(Cell.of(kind.text())));
            for (var findings : found) {
                row.add(Cell.of(findings.stream().filter(f -> f.kind() == kind).count()));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /** What was looked for. */
    private Set<OutputCheck.Kind> kinds() {
        return report.sources().isPresent()
                ? EnumSet.allOf(OutputCheck.Kind.class)
                : EnumSet.complementOf(EnumSet.of(OutputCheck.Kind.COPIED, OutputCheck.Kind.NAMES));
    }

    private List<OutputCheck.Finding> findings(ScoredOutput output) {
        return IntStream.range(0, output.lines().size())
                .boxed()
                .flatMap(i -> OutputCheck.of(
                        i + 1,
                        report.sources().map(lines -> lines.get(i)).orElse(""),
                        output.lines().get(i),
                        report.references().get(i).get(0))
                        .stream())
                .toList();
    }

    private static Table table(List<OutputCheck.Finding> findings) {
        return new Table(
                List.of(Column.of("line"), Column.of("finding"), Column.of("detail")),
                findings.stream()
                        .map(f -> List.of(Cell.of(f.line()), Cell.of(f.kind().text()), Cell.of(f.detail())))
                        .toList());
    }
}
