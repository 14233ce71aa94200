package org.dragoman.cli;

import org.dragoman.annotators.training.TrainingFile;
import org.dragoman.nmt.model.Task;
import org.dragoman.nmt.train.StartingFile;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.pipeline.settings.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code dragoman train}: a model from a file of settings. */
@Command(
        name = "train",
        customSynopsis = {
            "dragoman train FILE.json [--resume] [--output=DIR]",
            "       dragoman train FILE.json --init[=TASK]",
            "       dragoman train FILE.json --dry-run"
        },
        description = {
            "Trains a model as a JSON file describes it; its key \"task\" says what for.",
            "",
            "translation, language-model: Ctrl-C ends the run after the current step with a checkpoint; --resume goes on from there, and after a"
                    + " crash from the newest checkpoint. --init writes a file to begin with, --dry-run says what would come of one.",
            "",
            "sentences, tokens, pos, lemmas, entities, sentiment, classification, language: seconds to minutes; the folder gets the model and a"
                    + " card with its scores when all is done, and nothing before."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman train experiment.json --init=translation",
            "  dragoman train experiment.json --dry-run",
            "  dragoman train experiment.json",
            "  dragoman train experiment.json --resume",
            "  dragoman train models/en/pos.json --output my-tagger"
        })
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE.json",
            hideParamSyntax = true,
            arity = "0..1", // file() refuses its absence with a better hint than picocli's
            description = "Task, data and settings.")
    private Optional<Path> named = Optional.empty();

    @Option(
            names = "--resume",
            description = "Go on with the run that is in the output folder; translation and language-model only.")
    private boolean resume;

    @Option(
            names = "--init",
            paramLabel = "TASK",
            arity = "0..1",
            fallbackValue = "translation",
            description =
                    "Write FILE.json, which stands before this option, to begin with, each key explained, and do nothing else. TASK is"
                            + " translation, the default, or language-model.")
    private Optional<String> init = Optional.empty();

    @Option(
            names = "--dry-run",
            description =
                    "Say what the run would be (parameters, data, memory, time) and write nothing; translation and language-model only.")
    private boolean dryRun;

    @Option(names = "--output", paramLabel = "DIR", description = "Folder to write, in place of the one in the file.")
    private Optional<Path> output = Optional.empty();

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkOptions();
        var file = file();
        var ofNetworks = Arrays.stream(Task.values()).map(Task::toString).toList();
        if (init.isPresent()) {
            return begin(init.get(), file, ofNetworks);
        }
        var task = task(file, ofNetworks);
        if (ofNetworks.contains(task)) {
            return dryRun ? new DryRunReport(console).run(file) : new ExperimentRun(console).run(file, output, resume);
        }
        if (dryRun) {
            throw new IllegalArgumentException(
                    "a training for the task " + task + " takes seconds to minutes: there is no --dry-run for it");
        }
        if (resume) {
            throw new IllegalArgumentException("a training for the task " + task
                    + " leaves no checkpoints, so there is nothing to --resume; run it from the start");
        }
        return new AnnotatorTraining(console).run(file, output);
    }

    private void checkOptions() {
        var given = new ArrayList<String>();
        init.ifPresent(task -> given.add("--init"));
        if (dryRun) {
            given.add("--dry-run");
        }
        var isNoTraining = !given.isEmpty();
        if (resume) {
            given.add("--resume");
        }
        output.ifPresent(folder -> given.add("--output"));
        if (isNoTraining && given.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    String.join(" and ", given) + " don't go together: " + given.get(0) + " stands alone");
        }
    }

    private Path file() {
        var hint = init.isPresent() ? "; it stands before the option: dragoman train FILE.json --init[=TASK]" : "";
        return named.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE.json'" + hint));
    }

    private Integer begin(String name, Path file, List<String> ofNetworks) {
        if (TrainingFile.providers().containsKey(name)) {
            throw new IllegalArgumentException("there is no starting file for the task " + name
                    + ", whose few settings docs/annotators.md shows; --init writes one for "
                    + String.join(" and ", ofNetworks));
        }
        var task = Arrays.stream(Task.values())
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the task '" + name + "' of --init is unknown" + Suggestion.of(name, ofNetworks)));
        StartingFile.write(task, file);
        console.out().println(file);
        return ExitCode.DONE;
    }

    private String task(Path file, List<String> ofNetworks) {
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
