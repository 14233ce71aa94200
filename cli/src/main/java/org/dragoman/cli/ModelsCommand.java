package org.dragoman.cli;

import org.dragoman.nmt.model.Task;
import org.dragoman.nmt.pretrained.ModelReport;
import org.dragoman.nmt.pretrained.Origin;
import org.dragoman.nmt.pretrained.PretrainedModel;
import org.dragoman.nmt.pretrained.PretrainedModels;
import org.dragoman.nmt.tensor.Safetensors.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code dragoman models}: looks at model folders and writes them in other forms. */
@Command(name = "models", description = "Lists, checks and converts models.")
final class ModelsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what should be done? Known: list, verify, convert");
    }

    /** {@code dragoman models verify}. */
    @Command(
            name = "verify",
            description = {
                "Loads a model of any form that is known, checks its files against each other, and says what it is.",
                "",
                "To compare it with its reference, a sentence is translated: its pieces with the reference's numbers, the"
                        + " likeliest first tokens with their log-probabilities, and the translation."
            },
            footer = {
                "",
                "Examples:",
                "  dragoman models verify my-model",
                "  dragoman models verify opus-mt-tc-big-en-pt --to por --text \"Good morning.\" --json"
            })
    static final class Verify implements Callable<Integer> {
        private static final String SENTENCE = "The quick brown fox jumps over the lazy dog.";

        private final Console console;

        @Parameters(paramLabel = "DIR", description = "Model folder, or zip file of a release.")
        private Path folder;

        @Option(
                names = "--to",
                paramLabel = "LANG",
                description = "Language to write, for a model that writes several.")
        private Optional<String> to = Optional.empty();

        @Option(
                names = "--text",
                paramLabel = "SENTENCE",
                defaultValue = SENTENCE,
                description = "The sentence to translate. Default: " + SENTENCE)
        private String text;

        @Option(names = "--json", description = "Write the report to the standard output as JSON.")
        private boolean json;

        Verify(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (var model = PretrainedModels.load(folder)) {
                if (model.model().settings().architecture().task() != Task.TRANSLATION) {
                    printLanguageModel(model);
                    return ExitCode.DONE;
                }
                var report = ModelReport.of(chosen(model), text);
                if (json) {
                    Json.print(console.out(), report);
                } else {
                    print(report);
                }
            }
            return ExitCode.DONE;
        }

        /** Without a choice the first of several languages, since any will do to check the files. */
        private PretrainedModel chosen(PretrainedModel model) {
            var languages = model.languages();
            return languages.isEmpty() ? model : model.into(to.orElse(languages.get(0)));
        }

        private void print(ReportLines lines) {
            lines.print(console.out());
        }

        private void print(ModelReport report) {
            var lines = new ReportLines()
                    .origin(report.origin())
                    .line("languages", report.source() + " to " + report.target());
            if (!report.languages().isEmpty()) {
                lines.line("writes", String.join(", ", report.languages()));
            }
            lines.line("architecture", report.architecture().toString())
                    .line("parameters", number(report.parameters()))
                    .line("source", number(report.sourceVocabulary()) + " entries")
                    .line("target", number(report.targetVocabulary()) + " entries")
                    .line("search", report.habits().toString())
                    .line("text", report.text())
                    .line(
                            "tokens",
                            report.tokens().stream()
                                    .map(token -> token.id() + " " + token.piece())
                                    .collect(Collectors.joining(", ")));
            report.likeliest()
                    .forEach(candidate -> lines.line(
                            "first token",
                            String.format(
                                    Locale.ROOT,
                                    "%.6f  %d %s",
                                    candidate.logProbability(),
                                    candidate.id(),
                                    candidate.piece())));
            print(lines.line("translation", report.translation())
                    .line("score", String.format(Locale.ROOT, "%.6f", report.score())));
        }

        private void printLanguageModel(PretrainedModel model) {
            var settings = model.model().settings();
            print(new ReportLines()
                    .line("language", settings.target())
                    .line("architecture", settings.architecture().toJson().toString())
                    .line(
                            "parameters",
                            number(model.model().network().parameters().count()))
                    .line("vocabulary", model.model().codec().target().toString()));
        }

        private static String number(long value) {
            return String.format(Locale.ROOT, "%,d", value);
        }
    }

    /** {@code dragoman models convert}. */
    @Command(
            name = "convert",
            description =
                    "Writes a model of any form that is known into a folder of our own form, which loads fastest.",
            footer = {
                "",
                "Examples:",
                "  dragoman models convert runs/en-de/model --precision f16 --output en-de",
                "  dragoman models convert opus-2020-02-26.zip --output en-fr"
            })
    static final class Convert implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "DIR", description = "Model folder, or zip file of a release.")
        private Path folder;

        @Option(
                names = "--precision",
                paramLabel = "NAME",
                defaultValue = "F16",
                description = "f32 or f16. Default: f16, half the size.")
        private Precision precision;

        @Option(
                names = "--output",
                paramLabel = "DIR",
                required = true,
                description = "Folder to write; must not exist.")
        private Path output;

        Convert(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            if (Files.exists(output)) {
                throw new Failure(output + " exists already; name a folder that doesn't");
            }
            try (var model = PretrainedModels.load(folder)) {
                model.save(output, precision);
            }
            console.out().println(output);
            return ExitCode.DONE;
        }
    }

    /** {@code dragoman models list}. */
    @Command(
            name = "list",
            description =
                    "Says of each model in some folders what it is, where it comes from and under which licence it stands.",
            footer = {"", "Example:", "  dragoman models list models/"})
    static final class ListModels implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "DIR", arity = "1..*", description = "Model folders, or folders of model folders.")
        private List<Path> places;

        @Option(names = "--json", description = "Write the list to the standard output as JSON.")
        private boolean json;

        ListModels(Console console) {
            this.console = console;
        }

        /**
         * A model that was found.
         *
         * @param place its folder
         * @param origin where it comes from
         */
        record Found(Path place, Origin origin) {}

        @Override
        public Integer call() {
            var found = new ArrayList<Found>();
            for (var place : places) {
                if (!Files.isDirectory(place)) {
                    throw new Failure("there is no folder " + place);
                }
                found.addAll(models(place));
            }
            if (json) {
                Json.print(console.out(), found);
            } else {
                found.forEach(model -> new ReportLines()
                        .line("model", model.place.toString())
                        .origin(model.origin)
                        .print(console.out()));
            }
            if (found.isEmpty()) {
                console.err()
                        .println("no model was found in "
                                + places.stream().map(Path::toString).collect(Collectors.joining(", ")));
            }
            return ExitCode.of(!found.isEmpty());
        }

        private static List<Found> models(Path place) {
            var own = PretrainedModels.origin(place);
            if (own.isPresent()) {
                return List.of(new Found(place, own.get()));
            }
            try (var folders = Files.list(place)) {
                return folders.filter(Files::isDirectory)
                        .sorted()
                        .flatMap(folder ->
                                PretrainedModels.origin(folder).map(origin -> new Found(folder, origin)).stream())
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + place + ": " + e.getMessage(), e);
            }
        }
    }
}
