package org.dragoman.cli;

import org.dragoman.corpora.ParallelCorpus;
import org.dragoman.eval.table.Cell;
import org.dragoman.eval.table.Column;
import org.dragoman.eval.table.Table;
import org.dragoman.nmt.model.Task;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.train.CorpusLikelihood;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code dragoman evaluate language-model}. */
@Command(
        name = "language-model",
        description = {
            "Says how likely a model finds texts: perplexity and bits a character.",
            "",
            "Each line is a sentence, its end is predicted too. Of a translation model it is the likelihood of the translations, given"
                    + " their sources."
        },
        footer = {
            "",
            "Examples:",
            "  dragoman evaluate language-model test.txt --model run/model",
            "  dragoman evaluate language-model test.en --reference test.de --model my-translator"
        })
final class EvaluateLanguageModel implements Callable<Integer> {
    private static final int BATCH_TOKENS = 4096;

    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Text with a sentence a line; for a translation model, its sources, or pairs in two columns (TSV).")
    private Path file;

    @Option(names = "--model", paramLabel = "DIR", required = true, description = "Folder of a trained model.")
    private Path folder;

    @Option(
            names = "--reference",
            paramLabel = "REF",
            description = "For a translation model, the file with the translation of each line of FILE.")
    private Optional<Path> reference = Optional.empty();

    @Mixin
    private ResultOptions results;

    /** What {@code --json} prints. */
    record Result(
            double perplexity,
            double wordPerplexity,
            double bitsPerCharacter,
            double nats,
            long pieces,
            long unknown,
            long words,
            long characters,
            long sentences) {

        static Result of(CorpusLikelihood likelihood) {
            return new Result(
                    likelihood.perplexity(),
                    likelihood.wordPerplexity(),
                    likelihood.bitsPerCharacter(),
                    likelihood.nats(),
                    likelihood.pieces(),
                    likelihood.unknown(),
                    likelihood.words(),
                    likelihood.characters(),
                    likelihood.sentences());
        }
    }

    EvaluateLanguageModel(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var model = TranslationModel.load(folder)) {
            var likelihood = CorpusLikelihood.of(model, corpus(model), BATCH_TOKENS, done -> {});
            if (likelihood.sentences() == 0) {
                throw new Failure(file + " has no lines, so there is nothing to score");
            }
            results.print(console, Result.of(likelihood), () -> table(likelihood));
            if (results.isText() && likelihood.unknown() > 0) {
                console.err()
                        .println("note: " + likelihood.unknown() + " of " + likelihood.pieces()
                                + " pieces are not in the model's vocabulary; it predicted no more of them than that");
            }
        }
        return ExitCode.DONE;
    }

    private ParallelCorpus corpus(TranslationModel model) {
        if (model.settings().architecture().task() == Task.LANGUAGE_MODEL) {
            if (reference.isPresent()) {
                throw new IllegalArgumentException("--reference is for translation models; " + folder
                        + " holds a language model, which reads no sources");
            }
            return CorpusLikelihood.text(file);
        }
        return reference
                .map(target -> ParallelCorpus.aligned(file, target))
                .orElseGet(() -> ParallelCorpus.tabSeparated(file));
    }

    private Table table(CorpusLikelihood likelihood) {
        var columns = List.of(
                Column.error("perplexity"),
                Column.error("word perplexity"),
                Column.error("bits a character"),
                Column.of("pieces"),
                Column.of("unknown"),
                Column.of("words"),
                Column.of("characters"),
                Column.of("sentences"));
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(likelihood.perplexity(), results.width()));
        cells.add(Cell.of(likelihood.wordPerplexity(), results.width()));
        cells.add(Cell.of(likelihood.bitsPerCharacter(), results.width() + 1));
        cells.add(Cell.of(likelihood.pieces()));
        cells.add(Cell.of(likelihood.unknown()));
        cells.add(Cell.of(likelihood.words()));
        cells.add(Cell.of(likelihood.characters()));
        cells.add(Cell.of(likelihood.sentences()));
        return new Table(columns, List.of(cells));
    }
}
