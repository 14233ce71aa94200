package org.dragoman.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The {@code dragoman} command with its subcommands. */
@Command(
        name = "dragoman",
        description = "From raw documents to analysed, translated and aligned documents.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:all was done", "1:something failed or was lost", "2:wrong usage; nothing was done"},
        footer = {
            "",
            "Example:",
            "  echo \"Good morning.\" | dragoman translate --to de",
            "",
            "'dragoman COMMAND --help' tells more about a command."
        })
public final class Dragoman implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "After an error, print where in the program it happened.")
    private boolean stacktrace;

    private Dragoman() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        var console = Console.system();
        var code = run(console, new Models(), arguments);
        console.out().flush();
        if (console.out().checkError() && code == ExitCode.DONE) {
            console.err().println("dragoman: cannot write to the standard output");
            code = ExitCode.LOST;
        }
        System.exit(code);
    }

    /** Runs a command and returns its exit code. */
    static int run(Console console, Translators translators, String... arguments) {
        var code = commandLine(console, translators).execute(arguments);
        console.out().flush();
        return code;
    }

    /** All commands, ready to parse arguments. */
    static CommandLine commandLine(Console console, Translators translators) {
        var dragoman = new Dragoman();
        return new CommandLine(dragoman)
                .addSubcommand(new AnnotateCommand(console))
                .addSubcommand(new TranslateCommand(console, translators))
                .addSubcommand(new ScoreCommand(console))
                .addSubcommand(new AlignCommand(console))
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new ExperimentCommand(console))
                .addSubcommand(new CurvesCommand(console))
                .addSubcommand(new CommandLine(new EvaluateCommand())
                        .addSubcommand(new EvaluateTranslation(console))
                        .addSubcommand(new EvaluateTagging(console))
                        .addSubcommand(new EvaluateEntities(console))
                        .addSubcommand(new EvaluateClassification(console))
                        .addSubcommand(new EvaluateAlignment(console))
                        .addSubcommand(new EvaluateLanguageModel(console)))
                .addSubcommand(new CommandLine(new CorpusCommand())
                        .addSubcommand(new CorpusAnnotateCommand(console))
                        .addSubcommand(new CorpusConvertCommand(console))
                        .addSubcommand(new CorpusDownloadCommand(console))
                        .addSubcommand(new CorpusFilterCommand(console))
                        .addSubcommand(new CorpusSplitCommand(console))
                        .addSubcommand(new CorpusStatsCommand(console))
                        .addSubcommand(new CorpusVectorizeCommand(console)))
                .addSubcommand(new CommandLine(new ModelsCommand())
                        .addSubcommand(new ModelsListCommand(console))
                        .addSubcommand(new ModelsCommand.Verify(console))
                        .addSubcommand(new ModelsCommand.Convert(console)))
                .setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler((e, rest) -> wrongUsage(e))
                .setExecutionExceptionHandler((e, failed, parsed) -> dragoman.failed(e, failed, parsed));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private static PrintWriter writer(java.io.PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static int wrongUsage(ParameterException exception) {
        var command = exception.getCommandLine();
        var err = command.getErr();
        err.println("dragoman: " + exception.getMessage());
        UnmatchedArgumentException.printSuggestions(exception, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /** One clear line, as a person who translates letters has no use for a stack trace. */
    private int failed(Exception exception, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        var isExpected = exception instanceof Failure
                || exception instanceof IllegalArgumentException
                || exception instanceof java.io.UncheckedIOException
                || exception instanceof org.dragoman.corpora.catalogue.CorpusDownloadException
                || exception instanceof org.dragoman.pipeline.AnnotationException
                || exception instanceof IllegalStateException;
        var message = Optional.ofNullable(exception.getMessage()).orElse("no message");
        err.println("dragoman: " + (isExpected ? message : exception.getClass().getSimpleName() + ": " + message));
        if (stacktrace) {
            exception.printStackTrace(err);
        } else if (!isExpected) {
            err.println("This is a fault of the program. With --stacktrace it says where.");
        }
        return exception instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.LOST;
    }
}
