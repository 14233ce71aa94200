package org.dragoman.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.dragoman.annotators.sentences.SentenceAnnotator;
import org.dragoman.annotators.sentences.SentenceSplitter;
import org.dragoman.annotators.sentences.SentenceUnit;
import org.dragoman.nmt.documents.FileReport;
import org.dragoman.nmt.documents.FolderTranslation;
import org.dragoman.nmt.documents.LineReport;
import org.dragoman.nmt.documents.LineTranslation;
import org.dragoman.nmt.documents.TranslationReport;
import org.dragoman.nmt.pretrained.Origin;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.PipelineSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code dragoman translate}: a folder, a file, or lines from the standard input. */
@Command(
        name = "translate",
        description = {
            "Translates a folder of documents, one document, or lines from the standard input.",
            "",
            "A folder comes back with the same names in the same formats (.txt, .text, .md, .markdown). Each file is"
                    + " written whole or not at all; what fails or is skipped is told at the end. Of the standard input,"
                    + " line n of the output is the translation of line n."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman translate docs/ --to de --output docs-de/",
            "  dragoman translate docs/ --model opus-mt-en-fr --output docs-fr/",
            "  echo \"Good morning.\" | dragoman translate --to de"
        })
final class TranslateCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final Console console;
    private final Translators translators;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            defaultValue = STANDARD_INPUT,
            description = "Folder or file to translate; - or nothing for the standard input.")
    private String input;

    @Mixin
    private ModelOptions model;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder to write to. Needed unless PATH is the standard input.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "64",
            description = "Lines or paragraphs that are translated together. Default: 64.")
    private int batch;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Batches that are translated at once. Default: all cores.")
    private int threads = PipelineSettings.DEFAULT.threads();

    @Option(names = "--json", description = "Write the report of a folder to the standard output as JSON.")
    private boolean json;

    TranslateCommand(Console console, Translators translators) {
        this.console = console;
        this.translators = translators;
    }

    @Override
    public Integer call() {
        var request = model.request();
        checkOptions();
        var settings = PipelineSettings.DEFAULT.withBatchSize(batch).withThreads(threads);
        var opened = translators.open(request);
        tellOrigin(opened.origin());
        var sentences = new SentenceAnnotator(SentenceSplitter.english(SentenceUnit.LINE));
        try (var pipeline = Pipeline.of(sentences, opened.annotator()).withSettings(settings)) {
            return input.equals(STANDARD_INPUT) ? lines(pipeline, opened.language()) : folder(pipeline, opened);
        }
    }

    /** Names a model that was made elsewhere, with its licence; not in a pipe. */
    private void tellOrigin(Origin origin) {
        if (!origin.reference().isEmpty() && (console.isTerminal() || !input.equals(STANDARD_INPUT))) {
            console.err().println("model: " + origin.name() + ", " + origin.terms());
        }
    }

    private void checkOptions() {
        check(batch >= 1, "--batch must be at least 1, got " + batch);
        check(threads >= 1, "--threads must be at least 1, got " + threads);
        var isStream = input.equals(STANDARD_INPUT);
        check(
                isStream || output.isPresent(),
                "missing --output DIR for " + input + "; to get lines on the standard output, send the file to the"
                        + " standard input");
        check(!isStream || output.isEmpty(), "--output goes with a folder or file, not with the standard input");
        check(!isStream || !json, "--json goes with a folder or file, not with the standard input");
    }

    private void check(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private int lines(Pipeline pipeline, String language) {
        var report = new LineTranslation(language)
                .run(
                        pipeline,
                        "standard input",
                        console.in(),
                        console.out(),
                        problem -> console.err().println(problem));
        if (console.isTerminal() || !report.isComplete()) {
            console.err().println(summary(report));
        }
        return ExitCode.of(report.isComplete());
    }

    private int folder(Pipeline pipeline, Translators.Opened opened) {
        var translation = new FolderTranslation(Path.of(input), output.orElseThrow(), opened.language());
        TranslationReport report;
        try (var bar = new TranslationBar(console)) {
            report = translation.run(pipeline, bar);
        }
        report.files().stream()
                .filter(TranslateCommand::isNotable)
                .forEach(file -> console.err().println(line(file)));
        console.err().println(summary(report));
        if (json) {
            Json.print(console.out(), new Told(opened.origin(), report));
        }
        return ExitCode.of(report.isComplete() && !isSkippedWhole(report));
    }

    /**
     * What is told as JSON of a folder.
     *
     * @param model where the model comes from
     * @param report what became of the files
     */
    private record Told(Origin model, @JsonUnwrapped TranslationReport report) {}

    /** Whether the user named one file, and that was skipped. */
    private boolean isSkippedWhole(TranslationReport report) {
        return java.nio.file.Files.isRegularFile(Path.of(input)) && report.count(FileReport.Status.SKIPPED) > 0;
    }

    private static boolean isNotable(FileReport file) {
        return !file.reason().isEmpty() || file.lost() > 0;
    }

    private static String line(FileReport file) {
        return file.reason().isEmpty()
                ? "lost: " + file.file() + ": empty translations of sentences: " + file.lost()
                : file.status().name().toLowerCase(Locale.ROOT) + ": " + file.file() + ": " + file.reason();
    }

    private static String summary(TranslationReport report) {
        return String.format(
                Locale.ROOT,
                "files: %d translated, %d without text, %d skipped, %d failed, %d hidden; sentences: %d in %.1f s (%.1f a second)",
                report.count(FileReport.Status.TRANSLATED),
                report.count(FileReport.Status.EMPTY),
                report.count(FileReport.Status.SKIPPED),
                report.count(FileReport.Status.FAILED),
                report.hidden(),
                report.sentences(),
                report.seconds(),
                report.sentencesPerSecond());
    }

    private static String summary(LineReport report) {
        return String.format(
                Locale.ROOT,
                "lines: %d, %d failed; sentences: %d, %d came out empty; %.1f s",
                report.lines(),
                report.failed(),
                report.sentences(),
                report.lost(),
                report.seconds());
    }
}
