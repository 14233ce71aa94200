package org.dragoman.cli;

import org.dragoman.nmt.train.Experiment;
import org.dragoman.nmt.train.Trainer;
import org.dragoman.nmt.train.TrainingListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code dragoman train}: a model from a file of settings. */
@Command(
        name = "train",
        description = {
            "Trains a translation model as a JSON file describes it.",
            "",
            "Ctrl-C ends the run after the current step with a checkpoint; --resume goes on from there."
        },
        footer = {"", "Example:", "  dragoman train experiment.json", "  dragoman train experiment.json --resume"})
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "EXPERIMENT.json", description = "Corpora, model and training.")
    private Path file;

    @Option(names = "--resume", description = "Go on with the run that is in the output folder.")
    private boolean resume;

    @Option(names = "--output", paramLabel = "DIR", description = "Folder of the run, in place of the one in the file.")
    private Optional<Path> output = Optional.empty();

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var read = Experiment.read(file);
        var experiment = output.map(read::withOutput).orElse(read);
        List<TrainingListener> listeners = List.of(new TrainingReport(console));
        var trainer = resume ? Trainer.resume(experiment, listeners) : Trainer.begin(experiment, listeners);
        boolean isFinished;
        try (var stop = new StopSignal(trainer::stop)) {
            isFinished = trainer.run();
        }
        if (isFinished) {
            console.out().println(experiment.output().resolve("model"));
        } else {
            console.err().println("stopped with a checkpoint; go on with --resume");
        }
        return ExitCode.of(isFinished);
    }
}
