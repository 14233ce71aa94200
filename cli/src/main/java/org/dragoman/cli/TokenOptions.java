package org.dragoman.cli;

import org.dragoman.corpora.text.WhiteSpace;
import org.dragoman.eval.text.BleuTokenizer;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The options that say what the tokens of a line are. */
final class TokenOptions {
    private static final String WHITE_SPACE = "whitespace";

    @Option(
            names = "--tokenize",
            paramLabel = "NAME",
            defaultValue = WHITE_SPACE,
            description = "How lines are cut into tokens: whitespace, 13a, intl, zh or char. Default: whitespace.")
    private String name;

    @Option(names = "--lowercase", description = "Ignore case.")
    private boolean lowerCase;

    /**
     * Gives the tokens of a line.
     *
     * @throws IllegalArgumentException if there is no tokenizer of the name
     */
    Function<String, List<String>> tokenizer() {
        var cut = named(name);
        return lowerCase ? line -> cut.apply(line.toLowerCase(Locale.ROOT)) : cut;
    }

    /** The tokenizer of a name. */
    static Function<String, List<String>> named(String name) {
        return name.equals(WHITE_SPACE) ? WhiteSpace::split : bleu(name);
    }

    private static Function<String, List<String>> bleu(String name) {
        if (name.equals(BleuTokenizer.NONE.name())) {
            throw new IllegalArgumentException("\"none\" is called " + WHITE_SPACE + " here");
        }
        var tokenizer = BleuTokenizer.named(name);
        return line -> tokenizer.tokenize(WhiteSpace.stripTrailing(line));
    }
}
