package org.dragoman.cli;

import org.dragoman.nmt.pretrained.ModelSummary;
import org.dragoman.nmt.pretrained.Origin;
import org.dragoman.nmt.pretrained.PretrainedModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code dragoman models list}. */
@Command(
        name = "list",
        description =
                "Says of each model in some folders what it is, where it comes from and under which licence it stands.",
        footer = {"", "Example:", "  dragoman models list models/"})
final class ModelsListCommand implements Callable<Integer> {
    private final Console console;
    private final List<Found> found = new ArrayList<>();
    private boolean complete = true;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Model folders, or folders of model folders.")
    private List<Path> places;

    @Option(names = "--json", description = "Write the list to the standard output as JSON.")
    private boolean json;

    ModelsListCommand(Console console) {
        this.console = console;
    }

    /**
     * A model that was found.
     *
     * @param place its folder
     * @param origin where it comes from
     * @param source language of its sources; {@code und} if that isn't known
     * @param target language of its targets
     */
    record Found(Path place, Origin origin, String source, String target) {

        static Found of(Path place, ModelSummary model) {
            return new Found(place, model.origin(), model.source(), model.target());
        }

        ReportLines lines() {
            return new ReportLines()
                    .line("model", place.toString())
                    .origin(origin, place)
                    .languages(source, target);
        }
    }

    @Override
    public Integer call() {
        for (var place : places) {
            if (!Files.isDirectory(place)) {
                throw new Failure("there is no folder " + place);
            }
        }
        places.forEach(this::look);
        if (json) {
            Json.print(console.out(), found);
        } else {
            print();
        }
        if (found.isEmpty() && complete) {
            console.err()
                    .println("no model was found in "
                            + places.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return ExitCode.of(complete && !found.isEmpty());
    }

    /** At a folder, and if that is no model, at those in it. */
    private void look(Path place) {
        if (!isModel(place)) {
            folders(place).forEach(this::isModel);
        }
    }

    /** Notes the model of a folder, if it has one; a damaged one is told of, and the others are looked at all the same. */
    private boolean isModel(Path folder) {
        try {
            var model = PretrainedModels.summary(folder);
            model.ifPresent(summary -> found.add(Found.of(folder, summary)));
            return model.isPresent();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            console.err().println(e.getMessage());
            complete = false;
            return true;
        }
    }

    private static List<Path> folders(Path place) {
        try (var paths = Files.list(place)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + place + ": " + e.getMessage(), e);
        }
    }

    private void print() {
        for (var i = 0; i < found.size(); i++) {
            if (i > 0) {
                console.out().println();
            }
            found.get(i).lines().print(console.out());
        }
    }
}
