package org.dragoman.nmt.experiment;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.corpora.SentencePair;
import org.dragoman.eval.Segment;
import org.dragoman.eval.text.Bleu;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.train.RunFolder;
import org.dragoman.nmt.train.Trainer;
import org.dragoman.nmt.train.TrainingListener;
import org.dragoman.nmt.translate.CorpusTranslation;
import org.dragoman.nmt.translate.Translator;
import org.dragoman.nmt.translate.TranslatorConfig;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains and tests the runs of a suite, one after the other. A run that was stopped or killed goes on where it was, and one that is finished is
 * only tested again. Not thread safe; only {@link #stop} may be called from another thread.
 */
public final class SuiteRunner {

    /** File in a run's folder with the translations of the test's sources, line by line. */
    public static final String HYPOTHESES = "test.hypotheses.txt";

    private final ExperimentSuite suite;
    private final List<TrainingListener> listeners;
    private volatile boolean isStopping;
    private volatile Optional<Trainer> current = Optional.empty();

    /** @param listeners are told what happens in each run */
    public SuiteRunner(ExperimentSuite suite, List<TrainingListener> listeners) {
        this.suite = suite;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Trains and tests one run.
     *
     * @return what it came to; empty if it was stopped, in which case it can be gone on with
     */
    public Optional<RunResult> run(ExperimentSuite.Run run) {
        var tally = new Tally();
        var all = new ArrayList<>(listeners);
        all.add(tally);
        var experiment = run.experiment();
        var trainer =
                RunFolder.of(experiment).exists() ? Trainer.resume(experiment, all) : Trainer.begin(experiment, all);
        current = Optional.of(trainer);
        if (isStopping) {
            trainer.stop();
        }
        return trainer.run() ? Optional.of(test(run, tally)) : Optional.empty();
    }

    /** Ends the current run after its update, see {@link Trainer#stop}. */
    public void stop() {
        isStopping = true;
        current.ifPresent(Trainer::stop);
    }

    /** Remembers what a run tells. */
    private static final class Tally implements TrainingListener {
        private Start start;
        private Finish finish;

        @Override
        public void started(Start begin) {
            start = begin;
        }

        @Override
        public void finished(Finish end) {
            finish = end;
        }
    }

    private RunResult test(ExperimentSuite.Run run, Tally tally) {
        List<SentencePair> pairs;
        try (var stream = run.test().corpus().stream()) {
            pairs = stream.toList();
        }
        var folder = RunFolder.of(run.experiment());
        var hypotheses = translate(folder.model(), pairs);
        write(folder.path().resolve(HYPOTHESES), hypotheses);
        var segments = IntStream.range(0, pairs.size())
                .mapToObj(i -> new Segment(hypotheses.get(i), pairs.get(i).target()))
                .toList();
        var exact = IntStream.range(0, pairs.size())
                .filter(i -> hypotheses.get(i).equals(pairs.get(i).target()))
                .count();
        return new RunResult(
                run.name(),
                tally.start.parameters(),
                tally.finish,
                PassLength.in(folder.log()),
                new Bleu(suite.bleu()).score(segments),
                (double) exact / pairs.size());
    }

    private List<String> translate(Path model, List<SentencePair> pairs) {
        var config = TranslatorConfig.DEFAULT.withSearch(suite.search());
        try (var translator = new Translator(TranslationModel.load(model), config)) {
            var sources = pairs.stream().map(SentencePair::source).toList();
            var translations =
                    CorpusTranslation.of(sources, translator, done -> {}).translations();
            return sources.stream().map(translations::get).toList();
        }
    }

    private static void write(Path file, List<String> lines) {
        AtomicFile.writeText(file, out -> {
            for (var line : lines) {
                out.write(line + "\n");
            }
        });
    }
}
