package org.dragoman.cli;

import org.dragoman.annotators.training.TrainingFile;
import org.dragoman.nmt.model.Task;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.pipeline.settings.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code dragoman train}: a model from a file of settings. */
@Command(
        name = "train",
        description = {
            "Trains a model as a JSON file describes it; its key \"task\" says what for.",
            "",
            "translation, language-model: Ctrl-C ends the run after the current step with a checkpoint; --resume goes on from there.",
            "",
            "sentences, tokens, pos, lemmas, entities, sentiment, classification, language: seconds to minutes; the folder gets the model and a"
                    + " card with its scores when all is done, and nothing before."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman train experiment.json",
            "  dragoman train experiment.json --resume",
            "  dragoman train models/en/pos.json --output my-tagger"
        })
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE.json", description = "Task, data and settings.")
    private Path file;

    @Option(
            names = "--resume",
            description = "Go on with the run that is in the output folder; translation and language-model only.")
    private boolean resume;

    @Option(names = "--output", paramLabel = "DIR", description = "Folder to write, in place of the one in the file.")
    private Optional<Path> output = Optional.empty();

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var ofNetworks = Arrays.stream(Task.values()).map(Task::toString).toList();
        var task = task(ofNetworks);
        if (ofNetworks.contains(task)) {
            return new ExperimentRun(console).run(file, output, resume);
        }
        if (resume) {
            throw new IllegalArgumentException("a training for the task " + task
                    + " leaves no checkpoints, so there is nothing to --resume; run it from the start");
        }
        return new AnnotatorTraining(console).run(file, output);
    }

    private String task(List<String> ofNetworks) {
        return Settings.read(file).build(settings -> {
            settings.passRest(); // who knows the task reads the file again
            var known = new ArrayList<>(ofNetworks);
            known.addAll(TrainingFile.providers().keySet());
            var task = settings.text("task").required();
            if (!settings.hasProblems() && !known.contains(task)) {
                settings.problem("task", "'" + task + "' is unknown" + Suggestion.of(task, known));
            }
            return task;
        });
    }
}
