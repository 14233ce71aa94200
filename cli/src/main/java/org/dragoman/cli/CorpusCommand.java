package org.dragoman.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dragoman corpus}: what can be done with corpora as they are. */
@Command(name = "corpus", description = "Works on corpora: parallel, tagged and labelled text.")
final class CorpusCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "what should be done? Known: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
