package org.dragoman.cli;

import picocli.CommandLine.Model.CommandSpec;

/** How the program was called, for records of runs. */
final class Invocation {
    private Invocation() {}

    /** The command with its arguments, those with blanks in quotes. */
    static String of(CommandSpec command) {
        var text = new StringBuilder("dragoman");
        for (var argument : command.root().commandLine().getParseResult().originalArgs()) {
            text.append(' ').append(argument.contains(" ") ? '"' + argument + '"' : argument);
        }
        return text.toString();
    }
}
