package org.dragoman.cli;

import org.dragoman.corpora.ByteOrderMark;
import org.dragoman.corpora.Line;
import org.dragoman.corpora.Lines;
import org.dragoman.eval.Segment;
import org.dragoman.eval.text.Bleu;
import org.dragoman.eval.text.BleuConfig;
import org.dragoman.eval.text.BleuScore;
import org.dragoman.eval.text.BleuSmoothing;
import org.dragoman.eval.text.BleuTokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code dragoman score}: BLEU of a translation against references. */
@Command(
        name = "score",
        description = {
            "Scores a translation against one or more references, line by line, with corpus BLEU.",
            "",
            "The score equals that of sacreBLEU with the same settings; the signature says which they were."
        },
        footer = {"", "Example:", "  dragoman score output.de.txt --reference reference.de.txt --lowercase"})
final class ScoreCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "HYP", description = "File with one translated segment a line; - for the standard input.")
    private String hypothesis;

    @Option(
            names = "--reference",
            paramLabel = "REF",
            required = true,
            description = "File with a reference for each line of HYP; may be given several times.")
    private List<Path> references;

    @Option(
            names = "--tokenize",
            paramLabel = "NAME",
            defaultValue = "13a",
            description = "13a, none, intl, char or zh. Default: 13a.")
    private String tokenizer;

    @Option(names = "--lowercase", description = "Ignore case.")
    private boolean lowerCase;

    @Option(
            names = "--smooth",
            paramLabel = "NAME",
            defaultValue = "exp",
            description = "Smoothing: exp, floor, add-k or none. Default: exp.")
    private String smoothing;

    @Option(
            names = "--width",
            paramLabel = "N",
            defaultValue = "2",
            description = "Digits after the point. Default: 2.")
    private int width;

    @Option(names = "--short-signature", description = "Print the signature in its short form.")
    private boolean shortSignature;

    @Option(names = "--json", description = "Print the score with all its parts as JSON.")
    private boolean json;

    /** What {@code --json} prints. */
    record Result(String name, BleuScore score) {}

    ScoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (width < 0) {
            throw new IllegalArgumentException("--width must be 0 or more, got " + width);
        }
        var config = BleuConfig.CORPUS
                .withTokenizer(BleuTokenizer.named(tokenizer))
                .withSmoothing(smoothing())
                .withLowerCase(lowerCase);
        var hypotheses = hypotheses();
        var sets = references.stream()
                .map(file -> reference(file, hypotheses.size()))
                .toList();
        print(new Bleu(config).score(Segment.zip(hypotheses, sets)));
        return ExitCode.DONE;
    }

    private void print(BleuScore score) {
        if (json) {
            Json.print(console.out(), new Result(score.name(), score));
        } else {
            var signature = shortSignature
                    ? score.signature().brief()
                    : score.signature().toString();
            var line = score.format(width);
            console.out()
                    .println(score.name() + "|" + signature
                            + line.substring(score.name().length()));
        }
    }

    private BleuSmoothing smoothing() {
        return switch (smoothing) {
            case "exp" -> new BleuSmoothing.Exponential();
            case "floor" -> new BleuSmoothing.Floor(0.1);
            case "add-k" -> new BleuSmoothing.AddK(1);
            case "none" -> new BleuSmoothing.None();
            default ->
                throw new IllegalArgumentException(
                        "there is no smoothing \"" + smoothing + "\"; expected one of exp, floor, add-k, none");
        };
    }

    /** A byte order mark is kept, as the tool whose scores these equal keeps it. */
    private List<String> hypotheses() {
        var lines = hypothesis.equals("-") ? standardInput() : Lines.readAll(Path.of(hypothesis), ByteOrderMark.KEEP);
        if (lines.isEmpty()) {
            throw new Failure(hypothesis + " has no lines, so there is nothing to score");
        }
        return lines;
    }

    private List<String> standardInput() {
        return Lines.of(console.in(), "standard input", ByteOrderMark.KEEP).stream()
                .map(Line::text)
                .toList();
    }

    private List<String> reference(Path file, int expected) {
        var lines = Lines.readAll(file, ByteOrderMark.KEEP);
        if (lines.size() != expected) {
            throw new Failure(hypothesis + " has " + expected + " lines, but the reference " + file + " has "
                    + lines.size() + "; line n of one must belong to line n of the other");
        }
        return lines;
    }
}
