package org.dragoman.cli;

import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.tensor.Safetensors.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code dragoman models}: looks at model folders and writes them in other forms. */
@Command(name = "models", description = "Checks and converts model folders.")
final class ModelsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what should be done? Known: verify, convert");
    }

    /** {@code dragoman models verify}. */
    @Command(
            name = "verify",
            description = "Loads a model folder and says what is in it; every file is checked against the others.",
            footer = {"", "Example:", "  dragoman models verify my-model"})
    static final class Verify implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "DIR", description = "Model folder.")
        private Path folder;

        Verify(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (var model = TranslationModel.load(folder)) {
                var settings = model.settings();
                console.out().println("languages     " + settings.source() + " to " + settings.target());
                console.out().println("architecture  " + settings.architecture().toJson());
                console.out()
                        .println(String.format(
                                Locale.ROOT,
                                "parameters    %,d",
                                model.network().parameters().count()));
                console.out().println("source        " + model.codec().source());
                console.out().println("target        " + model.codec().target());
            }
            return ExitCode.DONE;
        }
    }

    /** {@code dragoman models convert}. */
    @Command(
            name = "convert",
            description = "Writes a model folder with weights of another precision.",
            footer = {"", "Example:", "  dragoman models convert runs/en-de/model --precision f16 --output en-de"})
    static final class Convert implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "DIR", description = "Model folder.")
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
            try (var model = TranslationModel.load(folder)) {
                model.save(output, precision);
            }
            console.out().println(output);
            return ExitCode.DONE;
        }
    }
}
