package org.dragoman.cli;

import org.dragoman.annotators.training.ModelRecord;
import org.dragoman.annotators.training.Progress;
import org.dragoman.annotators.training.TrainingFile;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.eval.table.TableFormat;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Trains a model of an annotator. */
final class AnnotatorTraining {
    private final Console console;

    AnnotatorTraining(Console console) {
        this.console = console;
    }

    /**
     * Trains, and tells the scores.
     *
     * @param output folder in place of the one in the file
     * @return the exit code
     */
    int run(Path file, Optional<Path> output) {
        var read = Settings.read(file);
        var training = TrainingFile.read(
                output.map(folder -> read.with("output", absolute(folder))).orElse(read));
        var record = training.run(this::tell);
        print(record);
        console.out().println(training.output());
        return ExitCode.DONE;
    }

    /** A path in the file would be relative to the file, one on the command line is not. */
    private static String absolute(Path folder) {
        return folder.toAbsolutePath().toString();
    }

    private void tell(Progress progress) {
        var scores = progress.scores().entrySet().stream()
                .map(score -> score.getKey() + " " + decimal(score.getValue()))
                .collect(Collectors.joining(", "));
        console.err()
                .println("round " + progress.round() + " of " + progress.rounds()
                        + (scores.isEmpty() ? "" : ": " + scores));
    }

    private void print(ModelRecord record) {
        if (record.scores().isEmpty()) {
            console.err().println("not scored, as the file names nothing to score on");
            return;
        }
        var rows = new ArrayList<List<Cell>>();
        record.scores().forEach((name, value) -> rows.add(List.of(Cell.of(name), Cell.of(decimal(value)))));
        var columns = List.of(Column.of("score"), Column.of("value"));
        console.err().print(TableFormat.TEXT.write(new Table(columns, rows)));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
