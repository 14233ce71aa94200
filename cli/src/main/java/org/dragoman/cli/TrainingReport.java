package org.dragoman.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.dragoman.nmt.train.LossMeter;
import org.dragoman.nmt.train.RecoveryConfig;
import org.dragoman.nmt.train.TrainingListener;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells a person how a training goes: a table with a row for each validation, and between them a progress bar on a terminal, a line now
 * and then elsewhere. Not thread safe.
 */
final class TrainingReport implements TrainingListener {
    private static final int EVERY = 100;
    private static final String HEADER =
            "%n    step  epoch  train loss  valid. loss  perplexity    BLEU    chrF  tokens/s      time%n";

    private final Console console;
    private final LossMeter meter = new LossMeter();
    private Optional<ProgressBar> bar = Optional.empty();
    private int maximumSteps;
    private long drawnTo;
    private long newest;

    TrainingReport(Console console) {
        this.console = console;
    }

    @Override
    public void started(Start start) {
        maximumSteps = start.maximumSteps();
        drawnTo = start.resumedAt();
        newest = start.resumedAt();
        print(
                "%s: seed %d, %,d parameters, %,d pairs%s, vocabularies of %,d and %,d, up to step %,d%n",
                start.resumedAt() == 0 ? "begin" : "go on from step " + start.resumedAt(),
                start.seed(),
                start.parameters(),
                start.examples(),
                odd(start),
                start.sourceVocabulary(),
                start.targetVocabulary(),
                start.maximumSteps());
    }

    /** The pairs that can't be learned from as they are, if there are any. */
    private static String odd(Start start) {
        return start.empty() + start.overlong() == 0
                ? ""
                : format(
                        " (%,d left out; %,d are empty on a side, %,d too long)",
                        start.leftOut(), start.empty(), start.overlong());
    }

    @Override
    public void updated(Update update) {
        meter.add(update);
        if (console.isTerminal()) {
            draw(update);
        } else if (update.step() % EVERY == 0) {
            print(
                    "step %,d, epoch %d: loss %.3f, rate %.6f, %,.0f tokens a second%n",
                    update.step(),
                    update.epoch() + 1,
                    update.loss(),
                    update.rate(),
                    update.targetTokens() / update.seconds());
        }
    }

    private void draw(Update update) {
        var drawn = bar.orElseGet(this::begin);
        drawn.stepTo(update.step());
        drawnTo = update.step();
        drawn.setExtraMessage(format(
                "epoch %d, loss %.3f, rate %.6f, %,.0f tokens/s",
                update.epoch() + 1, meter.loss(), update.rate(), meter.tokensPerSecond()));
    }

    private ProgressBar begin() {
        bar = Optional.of(new ProgressBarBuilder()
                .setTaskName("train")
                .setInitialMax(maximumSteps)
                .startsFrom(drawnTo, Duration.ZERO)
                .setUpdateIntervalMillis(500)
                .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                .build());
        return bar.orElseThrow();
    }

    @Override
    public void validated(Validation validation) {
        endBar();
        print(HEADER);
        print(
                "%,8d %6d %11s %12.3f %11.2f %7s %7s %9s %9s%s%n",
                validation.step(),
                validation.epoch() + 1,
                known("%.3f", meter.loss()),
                validation.loss(),
                validation.perplexity(),
                known("%.2f", validation.bleu()),
                known("%.2f", validation.chrf()),
                known("%,.0f", meter.tokensPerSecond()),
                Elapsed.text(validation.seconds()),
                validation.isBest() ? "  best" : "");
        validation.samples().forEach(sample -> print("  %s%n    -> %s%n", sample.source(), sample.hypothesis()));
        meter.reset();
    }

    private static String known(String format, double value) {
        return Double.isNaN(value) ? "-" : format(format, value);
    }

    @Override
    public void troubled(Trouble trouble) {
        endBar();
        print("%s: left out%n", trouble.summary());
    }

    @Override
    public void recovered(Recovery recovery) {
        endBar();
        print(
                "%s: back to step %,d, and from there %s (%d of %d attempts)%n",
                recovery.trouble().summary(),
                recovery.from(),
                recovery.action() == RecoveryConfig.Action.LOWER_RATE ? "with a lower rate" : "past that batch",
                recovery.count(),
                recovery.attempts());
        drawnTo = recovery.from();
        newest = recovery.from();
        meter.reset();
    }

    @Override
    public void saved(long step) {
        newest = step;
    }

    /** The step of the newest checkpoint, from which a run that was stopped goes on; 0 if there is none. */
    long newest() {
        return newest;
    }

    @Override
    public void finished(Finish finish) {
        endBar();
        print(
                "finished at step %,d after %s: %s; the model is %s%n",
                finish.step(), Elapsed.text(finish.seconds()), finish.reason(), model(finish.averaged()));
    }

    private static String model(List<Long> steps) {
        return steps.size() == 1 ? "that of step " + steps.get(0) : "the mean of steps " + steps;
    }

    private void endBar() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    private void print(String format, Object... values) {
        console.err().print(format(format, values));
        console.err().flush();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
