package org.dragoman.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.dragoman.nmt.train.RecoveryConfig;
import org.dragoman.nmt.train.TrainingListener;

import java.time.Duration;
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
    private Optional<ProgressBar> bar = Optional.empty();
    private int maximumSteps;
    private long drawnTo;
    private double lossSum;
    private double seconds;
    private long tokens;

    TrainingReport(Console console) {
        this.console = console;
    }

    @Override
    public void started(Start start) {
        maximumSteps = start.maximumSteps();
        drawnTo = start.resumedAt();
        print(
                "%s: seed %d, %,d parameters, %,d pairs (%,d left out; %,d are empty on a side, %,d too long), vocabularies of %,d and %,d,"
                        + " up to step %,d%n",
                start.resumedAt() == 0 ? "begin" : "go on from step " + start.resumedAt(),
                start.seed(),
                start.parameters(),
                start.examples(),
                start.leftOut(),
                start.empty(),
                start.overlong(),
                start.sourceVocabulary(),
                start.targetVocabulary(),
                start.maximumSteps());
    }

    @Override
    public void updated(Update update) {
        lossSum += update.loss() * update.targetTokens();
        tokens += update.targetTokens();
        seconds += update.seconds();
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
        drawn.setExtraMessage(String.format(
                Locale.ROOT,
                "epoch %d, loss %.3f, rate %.6f, %,.0f tokens/s",
                update.epoch() + 1,
                lossSum / Math.max(1, tokens),
                update.rate(),
                tokens / seconds));
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
                "%,8d %6d %11.3f %12.3f %11.2f %7s %7s %9s %9s%s%n",
                validation.step(),
                validation.epoch() + 1,
                lossSum / Math.max(1, tokens),
                validation.loss(),
                validation.perplexity(),
                score(validation.bleu()),
                score(validation.chrf()),
                seconds == 0 ? "-" : String.format(Locale.ROOT, "%,.0f", tokens / seconds),
                time(validation.seconds()),
                validation.isBest() ? "  best" : "");
        validation.samples().forEach(sample -> print("  %s%n    -> %s%n", sample.source(), sample.hypothesis()));
        lossSum = 0;
        tokens = 0;
        seconds = 0;
    }

    private static String score(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
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
        lossSum = 0;
        seconds = 0;
        tokens = 0;
    }

    @Override
    public void finished(Finish finish) {
        endBar();
        print(
                "finished at step %,d after %s: %s; the model is the mean of steps %s%n",
                finish.step(), time(finish.seconds()), finish.reason(), finish.averaged());
    }

    private void endBar() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    private static String time(double seconds) {
        var duration = Duration.ofSeconds(Math.round(seconds));
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    private void print(String format, Object... values) {
        console.err().print(String.format(Locale.ROOT, format, values));
        console.err().flush();
    }
}
