package org.dragoman.cli;

import org.dragoman.nmt.train.TrainingListener;

import java.io.PrintStream;
import java.util.Locale;

/** Tells a person how a training goes, a line now and then. */
record TrainingReport(PrintStream err) implements TrainingListener {
    private static final int EVERY = 100;

    @Override
    public void started(Start start) {
        print(
                "%s: %,d parameters, %,d pairs (%,d left out), vocabularies of %,d and %,d, up to step %,d",
                start.resumedAt() == 0 ? "begin" : "go on from step " + start.resumedAt(),
                start.parameters(),
                start.examples(),
                start.leftOut(),
                start.sourceVocabulary(),
                start.targetVocabulary(),
                start.maximumSteps());
    }

    @Override
    public void updated(Update update) {
        if (update.step() % EVERY == 0) {
            print(
                    "step %,d, epoch %d: loss %.3f, rate %.6f, %,.0f tokens a second",
                    update.step(),
                    update.epoch() + 1,
                    update.loss(),
                    update.rate(),
                    update.targetTokens() / update.seconds());
        }
    }

    @Override
    public void validated(Validation validation) {
        print(
                "validation at step %,d: perplexity %.3f, BLEU %.2f%s",
                validation.step(),
                validation.perplexity(),
                validation.bleu(),
                validation.isBest() ? " (best so far)" : "");
        validation.samples().stream()
                .limit(1)
                .forEach(sample -> print("  %s -> %s (%s)", sample.source(), sample.hypothesis(), sample.reference()));
    }

    @Override
    public void finished(Finish finish) {
        print("finished at step %,d after %.0f s: %s", finish.step(), finish.seconds(), finish.reason());
    }

    private void print(String format, Object... values) {
        err.println(String.format(Locale.ROOT, format, values));
    }
}
