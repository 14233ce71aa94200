package org.dragoman.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.dragoman.corpora.catalogue.Catalogue;
import org.dragoman.corpora.catalogue.CatalogueEntry;
import org.dragoman.corpora.catalogue.CorpusDownload;
import org.dragoman.corpora.catalogue.RemoteFile;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.eval.table.TableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code dragoman corpus download}: the one command that uses the network. */
@Command(
        name = "download",
        description = {
            "Fetches well-known corpora, verified by their checksums, each into the folder of its name.",
            "",
            "What is there already is not fetched again; a download that was broken off goes on where it stopped. Without NAME,"
                    + " the corpora are listed."
        },
        footer = {"", "Example:", "  dragoman corpus download wnut17 --output corpora"})
final class CorpusDownloadCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Names of corpora.")
    private List<String> names = List.of();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where the folders are made. Default: the current folder.")
    private Path output;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "Your own catalogue, in the form of the one built in, in place of it.")
    private Optional<Path> catalogueFile = Optional.empty();

    @Option(names = "--json", description = "List the corpora as JSON.")
    private boolean json;

    CorpusDownloadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var catalogue = catalogueFile.map(Catalogue::read).orElseGet(Catalogue::standard);
        if (names.isEmpty()) {
            list(catalogue);
            return ExitCode.DONE;
        }
        if (json) {
            throw new ParameterException(spec.commandLine(), "--json lists the corpora, so it takes no NAME");
        }
        for (var corpus : names.stream().map(catalogue::named).toList()) {
            fetch(corpus);
        }
        return ExitCode.DONE;
    }

    private void list(Catalogue catalogue) {
        if (json) {
            Json.print(console.out(), catalogue);
            return;
        }
        var columns = List.of(Column.of("name"), Column.of("languages"), Column.of("task"), Column.of("licence"));
        var rows = catalogue.corpora().stream().map(CorpusDownloadCommand::row).toList();
        console.out().print(TableFormat.TEXT.write(new Table(columns, rows)));
    }

    private static List<Cell> row(CatalogueEntry corpus) {
        return List.of(
                Cell.of(corpus.name()),
                Cell.of(String.join(" ", corpus.languages())),
                Cell.of(corpus.task()),
                Cell.of(corpus.licence()));
    }

    private void fetch(CatalogueEntry corpus) throws InterruptedException {
        console.err().println(corpus.title() + "; licence: " + corpus.licence());
        try (var bar = new Bar(console)) {
            var folder = new CorpusDownload(bar).fetch(corpus, output);
            console.out().println(folder);
        }
    }

    /** Draws how far a file is, if a person looks on. */
    private static final class Bar implements CorpusDownload.Progress, AutoCloseable {
        private final Console console;
        private Optional<ProgressBar> drawn = Optional.empty();
        private String file = "";

        Bar(Console console) {
            this.console = console;
        }

        @Override
        public void received(RemoteFile remote, long bytes, long total) {
            if (console.isTerminal()) {
                if (!remote.name().equals(file)) {
                    close();
                    file = remote.name();
                    drawn = Optional.of(new ProgressBarBuilder()
                            .setTaskName(file)
                            .setInitialMax(total)
                            .setUnit(" kB", 1000)
                            .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                            .build());
                }
                drawn.ifPresent(bar -> bar.stepTo(bytes));
            }
        }

        @Override
        public void close() {
            drawn.ifPresent(ProgressBar::close);
        }
    }
}
