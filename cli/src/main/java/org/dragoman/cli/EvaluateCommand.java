package org.dragoman.cli;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.corpora.ParallelCorpus;
import org.dragoman.eval.text.BleuConfig;
import org.dragoman.eval.text.BleuScore;
import org.dragoman.nmt.translate.CorpusEvaluation;
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

/** {@code dragoman evaluate}: runs models on a corpus and scores what they do. */
@Command(name = "evaluate", description = "Runs a model on a corpus and scores it.")
final class EvaluateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "what should be evaluated? Known: translation, tagging, entities, classification,"
                        + " alignment, language-model");
    }

    /** {@code dragoman evaluate translation}. */
    @Command(
            name = "translation",
            description = {
                "Translates the sources of a parallel corpus and scores the translations with BLEU.",
                "",
                "Two scores are printed: each different source once, with all its translations in the corpus as references;"
                        + " and row by row, each against its own translation alone."
            },
            footer = {
                "",
                "Examples:",
                "  dragoman evaluate translation test.tsv --to de",
                "  dragoman evaluate translation test.en --reference test.de --model my-model --output test.out.de"
            })
    static final class Translation implements Callable<Integer> {
        private final Console console;

        @Parameters(
                paramLabel = "FILE",
                description =
                        "Sources; without --reference, sources and translations in two columns (TSV). May be gzipped.")
        private Path file;

        @Option(
                names = "--reference",
                paramLabel = "REF",
                description = "File with the translation of each line of FILE.")
        private Optional<Path> reference = Optional.empty();

        @Mixin
        private ModelOptions model;

        @Option(
                names = "--output",
                paramLabel = "FILE",
                description = "Write each different source and its translation to this file, in two columns.")
        private Optional<Path> output = Optional.empty();

        @Option(names = "--json", description = "Print the scores with all their parts as JSON.")
        private boolean json;

        Translation(Console console) {
            this.console = console;
        }

        /** What {@code --json} prints. */
        record Result(BleuScore bySource, int sources, BleuScore byRow, int rows, double seconds) {}

        @Override
        public Integer call() {
            try (var translator = Models.translator(model.request())) {
                var corpus = reference
                        .map(target -> ParallelCorpus.aligned(file, target))
                        .orElseGet(() -> ParallelCorpus.tabSeparated(file));
                var evaluation = CorpusEvaluation.of(corpus, translator, BleuConfig.CORPUS, done -> {});
                output.ifPresent(path -> write(path, evaluation));
                print(evaluation);
            }
            return ExitCode.DONE;
        }

        private static void write(Path path, CorpusEvaluation evaluation) {
            AtomicFile.writeText(path, out -> {
                for (var entry : evaluation.translations().entrySet()) {
                    out.write(entry.getKey() + "\t" + entry.getValue() + "\n");
                }
            });
        }

        private void print(CorpusEvaluation evaluation) {
            var sources = evaluation.translations().size();
            if (json) {
                Json.print(
                        console.out(),
                        new Result(
                                evaluation.bySource(),
                                sources,
                                evaluation.byRow(),
                                evaluation.rows(),
                                evaluation.seconds()));
                return;
            }
            console.out()
                    .println("each source, all references: "
                            + evaluation.bySource().formatWithSignature(2));
            console.out().println("row by row: " + evaluation.byRow().formatWithSignature(2));
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d sources, %,d rows; %.1f s (%.1f sources a second)",
                            sources,
                            evaluation.rows(),
                            evaluation.seconds(),
                            sources / evaluation.seconds()));
        }
    }
}
