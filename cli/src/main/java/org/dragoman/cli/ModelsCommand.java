package org.dragoman.cli;

import org.dragoman.nmt.model.Task;
import org.dragoman.nmt.pretrained.ModelReport;
import org.dragoman.nmt.pretrained.PretrainedModel;
import org.dragoman.nmt.pretrained.PretrainedModels;
import org.dragoman.nmt.tensor.Safetensors.Precision;
import org.dragoman.nmt.translate.SourceSteps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
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

        @Spec
        private CommandSpec command;

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
            if (text.isBlank()) {
                throw new ParameterException(
                        command.commandLine(), "--text must be a sentence to translate, got '" + text + "'");
            }
            try (var model = PretrainedModels.load(folder)) {
                if (model.model().settings().architecture().task() != Task.TRANSLATION) {
                    printLanguageModel(model);
                    return ExitCode.DONE;
                }
                var report = ModelReport.of(
                        chosen(model), SourceSteps.annotated(text, model.model().settings()));
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
            var target = to.or(() -> model.languages().stream().findFirst());
            return model.choosing(Models.languages(Optional.empty(), target));
        }

        private void print(ReportLines lines) {
            lines.print(console.out());
        }

        private void print(ModelReport report) {
            var lines = new ReportLines().origin(report.origin(), folder).languages(report.source(), report.target());
            if (!report.languages().isEmpty()) {
                lines.line("writes", String.join(", ", report.languages()));
            }
            lines.settings("architecture", report.architecture())
                    .line("parameters", number(report.parameters()))
                    .line("source", number(report.sourceVocabulary()) + " entries")
                    .line("target", number(report.targetVocabulary()) + " entries")
                    .settings("search", report.habits())
                    .line("text", report.text());
            if (report.known()) {
                addTranslation(lines, report);
            } else {
                lines.line(
                        "translation", "none: the model knows no piece of this text; give one that it knows by --text");
            }
            print(lines);
        }

        private static void addTranslation(ReportLines lines, ModelReport report) {
            lines.line(
                            "tokens",
                            report.tokens().stream()
                                    .map(token -> token.id() + " " + token.piece())
                                    .collect(Collectors.joining(", ")))
                    .lines(
                            "first tokens",
                            report.likeliest().stream().map(Verify::candidate).toList())
                    .line("translation", report.translation())
                    .line("score", String.format(Locale.ROOT, "%.6f", report.score()));
        }

        private static String candidate(ModelReport.Candidate candidate) {
            return String.format(
                    Locale.ROOT, "%.6f  %d %s", candidate.logProbability(), candidate.id(), candidate.piece());
        }

        private void printLanguageModel(PretrainedModel model) {
            var settings = model.model().settings();
            print(new ReportLines()
                    .line("language", settings.target())
                    .settings("architecture", settings.architecture().toJson())
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
}
