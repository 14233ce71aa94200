package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes what happens as one JSON object a line, at the end of the file of earlier sittings. A sitting that was killed may have
 * logged steps that the next one makes again; its line {@code "event":"started"} says from which step.
 */
final class TrainingLog implements TrainingListener, AutoCloseable {

    private final BufferedWriter out;
    private final int every;
    private final LossMeter meter = new LossMeter();

    /** @param every how many updates one line sums up */
    TrainingLog(Path file, int every) {
        this.every = every;
        try {
            out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void started(Start start) {
        write("started", SettingsJson.of(start));
    }

    @Override
    public void updated(Update update) {
        meter.add(update);
        if (update.step() % every == 0 || !Double.isFinite(update.gradientNorm())) {
            var node = SettingsJson.object().put("step", update.step()).put("epoch", update.epoch());
            node.put("loss", rounded(meter.loss())).put("gradientNorm", rounded(update.gradientNorm()));
            node.put("rate", update.rate()).put("targetTokens", meter.targetTokens());
            write("updated", node.put("tokensPerSecond", Math.round(meter.tokensPerSecond())));
            meter.reset();
        }
    }

    @Override
    public void validated(Validation validation) {
        write("validated", SettingsJson.of(validation));
    }

    @Override
    public void troubled(Trouble trouble) {
        write("troubled", SettingsJson.of(trouble));
    }

    @Override
    public void recovered(Recovery recovery) {
        write("recovered", SettingsJson.of(recovery));
        meter.reset();
    }

    @Override
    public void saved(long step) {
        write("saved", SettingsJson.object().put("step", step));
    }

    @Override
    public void finished(Finish finish) {
        write("finished", SettingsJson.of(finish));
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 1e5) / 1e5 : value;
    }

    private void write(String event, ObjectNode content) {
        var line = SettingsJson.object().put("event", event);
        line.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        line.setAll(content);
        try {
            out.write(line + "\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the log: " + e.getMessage(), e);
        }
    }
}
