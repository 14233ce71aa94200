package org.dragoman.cli;

import org.dragoman.nmt.train.Experiment;
import org.dragoman.nmt.train.RunFolder;
import org.dragoman.nmt.train.Trainer;
import org.dragoman.nmt.train.TrainingListener;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Trains a network, until it is done or somebody presses Ctrl-C. */
final class ExperimentRun {
    private final Console console;

    ExperimentRun(Console console) {
        this.console = console;
    }

    /**
     * Trains.
     *
     * @param output folder in place of the one in the file
     * @param resume whether to go on with the run that is there
     * @return the exit code
     */
    int run(Path file, Optional<Path> output, boolean resume) {
        var read = Experiment.read(file);
        var experiment = output.map(read::withOutput).orElse(read);
        var report = new TrainingReport(console);
        List<TrainingListener> listeners = List.of(report);
        var trainer = resume ? Trainer.resume(experiment, listeners) : Trainer.begin(experiment, listeners);
        try (var stop = new StopSignal(trainer::stop)) {
            var isFinished = trainer.run();
            if (isFinished) { // tell it before the machine may go down
                console.out().println(RunFolder.of(experiment).model());
            } else {
                console.err()
                        .println("stopped; go on from step " + report.newest() + " with: " + resumption(file, output));
            }
            return ExitCode.of(isFinished);
        }
    }

    private static String resumption(Path file, Optional<Path> output) {
        return "dragoman train " + file + " --resume"
                + output.map(folder -> " --output " + folder).orElse("");
    }
}
