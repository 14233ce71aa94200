package org.dragoman.cli;

import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.eval.table.TableFormat;
import org.dragoman.nmt.train.DryRun;
import org.dragoman.nmt.train.Experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what a training would be, without beginning it. */
final class DryRunReport {
    private static final double KIBIBYTE = 1 << 10;
    private static final double MEBIBYTE = 1 << 20;

    private final Console console;

    DryRunReport(Console console) {
        this.console = console;
    }

    /** Reads the file, makes a trial and prints what it found; returns the exit code. */
    int run(Path file) {
        var experiment = Experiment.read(file);
        console.err().println("reading the corpora and making a few updates; nothing is written");
        var found = DryRun.of(experiment);
        console.out().print(TableFormat.TEXT.write(parameters(found)));
        console.out().println();
        console.out().print(TableFormat.TEXT.write(run(found)));
        return ExitCode.DONE;
    }

    private static Table parameters(DryRun found) {
        var rows = new ArrayList<List<Cell>>();
        found.parameters().forEach((part, size) -> rows.add(List.of(Cell.of(part), Cell.of(size))));
        var all = found.parameters().values().stream().mapToLong(size -> size).sum();
        rows.add(List.of(Cell.of("all"), Cell.of(all)));
        return new Table(List.of(Column.of("part"), Column.of("parameters")), rows);
    }

    private static Table run(DryRun found) {
        var rows = new ArrayList<List<Cell>>();
        add(rows, "pairs", format("%,d", found.pairs()));
        add(rows, "empty on a side", format("%,d", found.empty()));
        add(rows, "too long", format("%,d", found.overlong()));
        add(rows, "vocabularies", format("%,d and %,d", found.sourceVocabulary(), found.targetVocabulary()));
        add(rows, "batches an epoch", format("%,d", found.batches()));
        add(rows, "padding", format("%.1f %%", 100 * found.padding()));
        add(rows, "updates", format("%,d", found.maximumSteps()));
        add(rows, "epochs", format("%.1f", (double) found.maximumSteps() / found.updates()));
        add(rows, "weights and moments", size(found.stateBytes()));
        add(
                rows,
                "memory of the process",
                found.peakBytes().isPresent() ? size(found.peakBytes().getAsLong()) : "not known here");
        add(rows, "target pieces a second", format("%,.0f", found.tokensPerSecond()));
        add(rows, "time of the updates", Elapsed.text(found.seconds()));
        return new Table(List.of(Column.of("run"), Column.of("estimate")), rows);
    }

    private static void add(List<List<Cell>> rows, String name, String value) {
        rows.add(List.of(Cell.of(name), Cell.of(value)));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String size(long bytes) {
        return bytes < MEBIBYTE ? format("%.0f KiB", bytes / KIBIBYTE) : format("%,.1f MiB", bytes / MEBIBYTE);
    }
}
