package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.corpora.AtomicFile;
import org.dragoman.eval.text.BleuScore;
import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.tensor.Safetensors;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Torch;
import org.dragoman.nmt.text.Batch;
import org.dragoman.nmt.text.Batcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Trains a translation model as an {@link Experiment} says.
 *
 * <p>The output folder holds {@code experiment.json} (all settings, defaults included), {@code log.jsonl}, {@code checkpoints/} and
 * {@code model/}, the model folder, which is whole when the run is finished. A run that was stopped or killed at any moment goes on with
 * {@link #resume} from its newest checkpoint and computes what it would have computed uninterrupted, bit for bit with the same number of
 * threads.
 *
 * <p>One run a process and thread; only {@link #stop} may be called from another one.
 */
public final class Trainer {

    private static final int NOT_FINITE_IN_A_ROW = 20;

    private final Experiment experiment;
    private final TrainingConfig config;
    private final Checkpoints checkpoints;
    private final Broadcast listeners;
    private final TrainingData data;
    private final Batcher batcher;
    private final TranslationModel model;
    private final Validator validator;
    private final Adam adam;
    private final BatchLoss loss;
    private Progress progress = Progress.START;
    private int notFinite;
    private volatile boolean isStopping;

    private Trainer(Experiment experiment, Codec codec, List<TrainingListener> listeners) {
        this.experiment = experiment;
        this.config = experiment.training();
        this.checkpoints = new Checkpoints(experiment.output().resolve("checkpoints"));
        this.listeners = new Broadcast(listeners);
        this.data = TrainingData.read(experiment.train(), codec, config.maximumLength());
        this.batcher = new Batcher(data.examples(), config.batchTokens(), config.seed());
        this.model = TranslationModel.untrained(experiment.modelSettings(), codec, config.seed());
        this.validator = new Validator(experiment, model);
        this.adam = new Adam(config.adam(), model.network().parameters());
        this.loss = new BatchLoss(config.labelSmoothing());
    }

    /**
     * Begins a run: learns subwords and vocabulary and reads the data.
     *
     * @param listeners are told what happens, besides the log
     * @throws IllegalArgumentException if the output folder holds a run already
     */
    public static Trainer begin(Experiment experiment, List<TrainingListener> listeners) {
        if (Files.exists(settingsFile(experiment))) {
            throw new IllegalArgumentException("the folder " + experiment.output()
                    + " holds a run already: go on with it by --resume, or choose another output");
        }
        var codec = TrainingData.learnCodec(experiment.train(), experiment.subwords());
        TranslationModel.saveSettings(modelFolder(experiment), experiment.modelSettings(), codec);
        AtomicFile.writeText(settingsFile(experiment), out -> out.write(SettingsJson.text(experiment.toJson())));
        return new Trainer(experiment, codec, listeners);
    }

    /**
     * Goes on with a run from its newest checkpoint, or from its start if it has none.
     *
     * @throws IllegalArgumentException if there is no run in the output folder, or if one that differs in more than its limits
     */
    public static Trainer resume(Experiment experiment, List<TrainingListener> listeners) {
        requireSame(experiment);
        var codec = TranslationModel.loadCodec(modelFolder(experiment), experiment.modelSettings());
        var trainer = new Trainer(experiment, codec, listeners);
        trainer.checkpoints.newest().ifPresent(trainer::restore);
        return trainer;
    }

    private static void requireSame(Experiment experiment) {
        var file = settingsFile(experiment);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "there is no run in " + experiment.output() + " to resume: begin it without --resume");
        }
        try {
            var differences = experiment.differences(new ObjectMapper().readTree(Files.readAllBytes(file)));
            if (!differences.isEmpty()) {
                throw new IllegalArgumentException("the run in " + experiment.output()
                        + " was begun with other settings: " + String.join("; ", differences));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Path settingsFile(Experiment experiment) {
        return experiment.output().resolve("experiment.json");
    }

    private static Path modelFolder(Experiment experiment) {
        return experiment.output().resolve("model");
    }

    private void restore(Checkpoints.Checkpoint checkpoint) {
        progress = checkpoint.progress();
        model.network().parameters().load(checkpoint.weights(), "the checkpoint of step " + progress.step());
        adam.restore(progress.step(), checkpoint.moments());
    }

    /**
     * Trains to the end, or until {@link #stop}, and writes the model.
     *
     * @return whether the end was reached; if not, the run can be resumed
     * @throws IllegalStateException if the gradient stays infinite or NaN
     */
    public boolean run() {
        try (model;
                var log = new TrainingLog(
                        experiment.output().resolve("log.jsonl"),
                        config.limits().logEvery())) {
            listeners.add(log);
            listeners.started(start());
            model.network().parameters().train();
            while (!isStopping && !isFinished()) {
                epoch(batcher.plan(progress.epoch()));
            }
            return isFinished() ? finish() : save();
        }
    }

    /** Ends the run after the current update, with a checkpoint. */
    public void stop() {
        isStopping = true;
    }

    private TrainingListener.Start start() {
        return new TrainingListener.Start(
                progress.step(),
                config.seed(),
                model.network().parameters().count(),
                data.examples().size(),
                data.leftOut(),
                model.codec().source().size(),
                model.codec().target().size(),
                config.limits().maximumSteps());
    }

    private boolean isFinished() {
        return progress.step() >= config.limits().maximumSteps() || hasLostPatience();
    }

    private boolean hasLostPatience() {
        return config.limits().patience() > 0
                && progress.worseValidations() >= config.limits().patience();
    }

    private void epoch(List<int[]> batches) {
        while (progress.position() < batches.size() && !isStopping && !isFinished()) {
            var epoch = progress.epoch();
            update(batches.get(progress.position()), progress.position() + 1 == batches.size());
            validateAndSave();
            if (progress.epoch() != epoch) {
                return;
            }
        }
    }

    private void update(int[] indices, boolean endsEpoch) {
        var begin = System.nanoTime();
        var step = progress.step() + 1;
        var rate = config.schedule().rate(step);
        Torch.seed(config.seed() * 1_000_003 + step);
        try (var scope = Scope.recording()) {
            var batchLoss = loss(batcher.batch(indices), step);
            batchLoss.objective().backward();
            var norm = adam.update(rate);
            watch(norm, step);
            var seconds = (System.nanoTime() - begin) / 1e9;
            var tokens = batchLoss.tokens();
            listeners.updated(new TrainingListener.Update(
                    step,
                    progress.epoch(),
                    batchLoss.smoothed() / tokens,
                    batchLoss.crossEntropy() / tokens,
                    norm,
                    rate,
                    tokens,
                    seconds));
            progress = progress.afterUpdate(tokens, seconds, endsEpoch);
        }
    }

    private SmoothedCrossEntropy.Loss loss(Batch batch, long step) {
        var truth = config.scheduledSampling().truth(step);
        return truth == 1
                ? loss.of(model.network(), batch, true)
                : loss.sampled(model.network(), batch, truth, new Random(config.seed() * 1_000_003 + step));
    }

    private void watch(double norm, long step) {
        notFinite = Double.isFinite(norm) ? 0 : notFinite + 1;
        if (notFinite >= NOT_FINITE_IN_A_ROW) {
            throw new IllegalStateException("training diverged: the gradient was not finite in the last " + notFinite
                    + " updates up to step " + step + "; lower the learning rate or the clipping norm and resume");
        }
    }

    private void validateAndSave() {
        var limits = config.limits();
        var isValidation = progress.step() % limits.validateEvery() == 0 || progress.step() == limits.maximumSteps();
        if (isValidation) {
            validate();
        }
        if (isValidation || (limits.saveEvery() > 0 && progress.step() % limits.saveEvery() == 0)) {
            save();
        }
    }

    private void validate() {
        var begin = System.nanoTime();
        var crossEntropy = validator.crossEntropy();
        var translations = validator.translate();
        progress = progress.afterValidation(crossEntropy, (System.nanoTime() - begin) / 1e9);
        var bleu = Validator.bleu(translations);
        listeners.validated(new TrainingListener.Validation(
                progress.step(),
                progress.epoch(),
                crossEntropy,
                bleu.map(BleuScore::value).orElse(Double.NaN),
                bleu.map(score -> score.signature().toString()).orElse(""),
                progress.bestStep() == progress.step(),
                progress.seconds(),
                Validator.some(translations)));
    }

    /** Writes a checkpoint and deletes those that no one needs any more; returns false, the run being unfinished. */
    private boolean save() {
        checkpoints.save(new Checkpoints.Checkpoint(
                progress, model.network().parameters().weights(), adam.moments()));
        var kept = new TreeSet<>(lastValidated());
        kept.add(progress.step());
        kept.add(progress.bestStep());
        checkpoints.keepOnly(kept);
        listeners.saved(progress.step());
        return false;
    }

    /** The steps of the last validated checkpoints, as many as are averaged. */
    private List<Long> lastValidated() {
        var limits = config.limits();
        var validated = checkpoints.steps().stream()
                .filter(step -> step % limits.validateEvery() == 0)
                .toList();
        return validated.subList(Math.max(0, validated.size() - limits.average()), validated.size());
    }

    private boolean finish() {
        var last = lastValidated();
        var steps = config.limits().average() > 1 && !last.isEmpty() ? last : List.of(progress.bestStep());
        model.network().parameters().load(checkpoints.mean(steps), "the mean of checkpoints " + steps);
        model.save(modelFolder(experiment), Safetensors.Precision.F32);
        var reason = hasLostPatience()
                ? "no better validation in " + progress.worseValidations()
                : "made all " + progress.step() + " updates";
        listeners.finished(new TrainingListener.Finish(
                progress.step(),
                progress.epoch(),
                reason,
                steps,
                progress.bestLoss(),
                progress.seconds(),
                progress.trainingSeconds(),
                progress.targetTokens()));
        return true;
    }
}
