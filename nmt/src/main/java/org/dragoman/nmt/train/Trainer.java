package org.dragoman.nmt.train;

import org.dragoman.eval.text.BleuScore;
import org.dragoman.nmt.model.Codec;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.tensor.Safetensors;

import java.util.ArrayList;
import java.util.List;

/**
 * Trains a translation model as an {@link Experiment} says.
 *
 * <p>The output folder holds {@code experiment.json} (all settings, defaults included), {@code corpora.json} (what is in the corpora), {@code
 * log.jsonl}, {@code checkpoints/} and {@code model/}, the model folder, which is whole when the run is finished; and {@code
 * recoveries.json} if the run ever went back to a checkpoint because its loss had exploded. A run that was stopped or killed at any moment goes on with
 * {@link #resume} from its newest checkpoint and computes what it would have computed uninterrupted, bit for bit with the same number of
 * threads.
 *
 * <p>One run a process and thread; only {@link #stop} may be called from another one.
 */
public final class Trainer {

    private final Experiment experiment;
    private final TrainingConfig config;
    private final RunFolder folder;
    private final Broadcast listeners;
    private final Survey survey;
    private final WindowsAhead data;
    private final Validator validator;
    private final Learner learner;
    private final Checkpoints checkpoints;
    private final Recoveries recoveries;
    private final Fallback fallback;
    private Progress progress = Progress.START;
    private volatile boolean isStopping;

    /** Where updates were left out since the last one that was made; a checkpoint has none, as nothing is saved then. */
    private final List<Progress.Place> leftOut = new ArrayList<>();

    /** @param begun the settings that the run was begun with */
    private Trainer(
            Experiment experiment, RecoveryConfig begun, Codec codec, Survey survey, List<TrainingListener> listeners) {
        this.experiment = experiment;
        this.config = experiment.training();
        this.folder = RunFolder.of(experiment);
        this.listeners = new Broadcast(listeners);
        this.survey = survey;
        this.data = new WindowsAhead(new TrainingSet(experiment.train(), codec, config, survey));
        this.learner = new Learner(experiment, codec);
        this.validator = new Validator(experiment, learner.model());
        this.checkpoints = new Checkpoints(folder.checkpoints());
        this.recoveries = new Recoveries(folder.recoveries(), config.recovery(), begun);
        this.fallback = new Fallback(config, recoveries, checkpoints);
    }

    /**
     * Begins a run: learns subwords and vocabulary and reads the data.
     *
     * @param listeners are told what happens, besides the log
     * @throws IllegalArgumentException if the output folder holds a run already, or if the corpora can't be learned from
     */
    public static Trainer begin(Experiment experiment, List<TrainingListener> listeners) {
        var folder = RunFolder.of(experiment);
        folder.requireNone();
        var codec = CodecLearner.learn(experiment);
        var survey = Survey.of(experiment.train(), codec, experiment.training());
        var trainer = new Trainer(experiment, experiment.training().recovery(), codec, survey, listeners);
        TranslationModel.saveSettings(folder.model(), experiment.modelSettings(), codec);
        survey.write(folder.survey());
        folder.begin(experiment);
        return trainer;
    }

    /**
     * Goes on with a run from its newest checkpoint, or from its start if it has none.
     *
     * @throws IllegalArgumentException if there is no run in the output folder, or if one that differs in more than may be
     *     changed, or whose corpora have changed
     */
    public static Trainer resume(Experiment experiment, List<TrainingListener> listeners) {
        var folder = RunFolder.of(experiment);
        folder.requireSame(experiment);
        var codec = TranslationModel.loadCodec(folder.model(), experiment.modelSettings());
        var survey = Survey.readOrMake(folder.survey(), experiment.train(), codec, experiment.training());
        var begun = folder.begun().training().recovery();
        var trainer = new Trainer(experiment, begun, codec, survey, listeners);
        trainer.fallback.newest().ifPresent(trainer::restore);
        return trainer;
    }

    private void restore(Checkpoints.Stored checkpoint) {
        progress = checkpoint.progress();
        learner.restore(checkpoint);
    }

    /**
     * Trains to the end, or until {@link #stop}, and writes the model.
     *
     * @return whether the end was reached; if not, the run can be resumed
     * @throws IllegalStateException if the loss explodes more often than the run may go back, or where it can't go back, or if memory doesn't
     *     suffice
     */
    public boolean run() {
        try (learner;
                data;
                var log = new TrainingLog(folder.log(), config.limits().logEvery())) {
            listeners.add(log);
            listeners.started(start());
            learner.begin();
            while (!isStopping && !hasEnded()) {
                if (isFinished()) {
                    validateAndSave(List.of());
                } else {
                    learnWindow(progress.place());
                }
            }
            return hasEnded() ? finish() : pause();
        }
    }

    /** Ends the run after the current update, with a checkpoint, or without one while updates are left out. */
    public void stop() {
        isStopping = true;
    }

    private TrainingListener.Start start() {
        return new TrainingListener.Start(
                progress.step(),
                config.seed(),
                learner.model().network().parameters().count(),
                survey.usable(config.data().overlong()),
                survey.pairs() - survey.usable(config.data().overlong()),
                survey.empty(),
                survey.overlong(),
                learner.model().codec().source().size(),
                learner.model().codec().target().size(),
                config.limits().maximumSteps());
    }

    /** Whether no update is left to be made and the weights are validated; limits that were lowered may end a run between two validations. */
    private boolean hasEnded() {
        return isFinished() && progress.isValidated();
    }

    private boolean isFinished() {
        return progress.step() >= config.limits().maximumSteps() || hasLostPatience();
    }

    private boolean hasLostPatience() {
        return config.limits().patience() > 0
                && progress.worseValidations(config.limits().metric())
                        >= config.limits().patience();
    }

    /** Learns from a window until it is done with, or until the run goes back to another one. */
    private void learnWindow(Progress.Place begin) {
        var window = data.window(begin.epoch(), begin.window());
        var plan = new WindowPlan(window, begin, data.count(), config);
        if (!plan.contains(begin)) {
            progress = progress.at(begin.nextWindow(data.count())); // all of its pairs were left out
        }
        while (plan.contains(progress.place()) && !isStopping && !isFinished()) {
            var turn = plan.turn(progress.place());
            if (recoveries.passesOver(turn.place())) {
                progress = progress.at(turn.next());
            } else {
                learn(turn);
            }
        }
    }

    /** Makes an update, or goes back where the loss has exploded. */
    private void learn(WindowPlan.Turn turn) {
        var begin = System.nanoTime();
        var step = progress.step() + 1;
        var rate = config.schedule().rate(step, progress::validationLosses) * recoveries.rateFactor(step);
        var loss = learner.backward(step, turn.examples(config.limits().parts()));
        if (hasExploded(loss)) {
            learner.forget();
            goBack(new Explosion(
                    Explosion.Cause.LOSS,
                    new TrainingListener.Trouble(step, "the loss exploded", loss.crossEntropy(), turn.lines()),
                    List.of(turn.place())));
            return;
        }
        var norm = learner.apply(step, rate);
        var seconds = (System.nanoTime() - begin) / 1e9;
        progress = progress.afterUpdate(loss, Double.isFinite(norm), turn.next(), seconds);
        listeners.updated(new TrainingListener.Update(
                step,
                turn.place().epoch(),
                loss.value(),
                loss.crossEntropy(),
                norm,
                rate,
                loss.targetTokens(),
                seconds));
        if (Double.isFinite(norm)) {
            leftOut.clear();
            afterUpdate(turn);
        } else {
            leftOut.add(turn.place());
            leaveOut(new TrainingListener.Trouble(
                    step, "the gradient was not finite", loss.crossEntropy(), turn.lines()));
        }
    }

    /**
     * Tells of an update that was left out, and goes back where there were too many in a row. In between nothing is validated or saved, as the
     * weights may be broken.
     */
    private void leaveOut(TrainingListener.Trouble trouble) {
        listeners.troubled(trouble);
        if (progress.notFinite() >= config.recovery().notFinite()) {
            goBack(new Explosion(Explosion.Cause.GRADIENTS, trouble, leftOut));
        }
    }

    /** Whether a loss is far above those before it, and above that of a guess among all pieces. */
    private boolean hasExploded(BatchGradient.Loss loss) {
        var explosion = config.recovery().explosion();
        return explosion > 0
                && progress.recentLoss() > 0
                && loss.crossEntropy() > explosion * progress.recentLoss()
                && loss.crossEntropy()
                        > Math.log(learner.model().codec().target().size());
    }

    private void goBack(Explosion explosion) {
        fallback.from(explosion, progress).ifPresentOrElse(this::restore, this::restart);
        leftOut.clear();
        listeners.recovered(new TrainingListener.Recovery(
                explosion.trouble(),
                progress.step(),
                recoveries.last().action(),
                recoveries.count(),
                config.recovery().attempts()));
    }

    private void restart() {
        progress = Progress.START;
        learner.restart();
    }

    /** Validates and saves where it is time for it. */
    private void afterUpdate(WindowPlan.Turn turn) {
        var limits = config.limits();
        if (progress.step() % limits.validateEvery() == 0 || progress.step() == limits.maximumSteps()) {
            validateAndSave(turn.lines());
        } else if (limits.saveEvery() > 0 && progress.step() % limits.saveEvery() == 0) {
            save();
        }
    }

    /**
     * Goes back instead where the weights turn out to be broken.
     *
     * @param lines of the last update
     */
    private void validateAndSave(List<String> lines) {
        var begin = System.nanoTime();
        var found = learner.averaged(validator::measure);
        if (found.isBroken()) {
            goBack(new Explosion(
                    Explosion.Cause.VALIDATION,
                    new TrainingListener.Trouble(
                            progress.step(), "the loss of the validation was not finite", found.loss(), lines),
                    List.of()));
            return;
        }
        validated(found, (System.nanoTime() - begin) / 1e9);
        save();
    }

    private void validated(Validator.Found found, double seconds) {
        var validated = found.validated(progress.step());
        progress = progress.afterValidation(validated, seconds);
        listeners.validated(new TrainingListener.Validation(
                progress.step(),
                progress.place().epoch(),
                validated.loss(),
                validated.bleu(),
                validated.chrf(),
                found.bleu().map(BleuScore::signature).map(Object::toString).orElse(""),
                progress.bestStep(config.limits().metric()) == progress.step(),
                progress.seconds(),
                found.some()));
    }

    /** Writes a checkpoint and deletes those that no one needs any more. */
    private void save() {
        checkpoints.save(learner.checkpoint(progress));
        checkpoints.keepOnly(chosen().kept(checkpoints.steps()));
        listeners.saved(progress.step());
    }

    /** Ends a sitting before the end of the run; returns false. Weights that may be broken are left to be computed again. */
    private boolean pause() {
        if (progress.notFinite() == 0) {
            save();
        }
        return false;
    }

    private KeptCheckpoints chosen() {
        return new KeptCheckpoints(config.limits(), progress);
    }

    private boolean finish() {
        var steps = chosen().averaged(checkpoints.steps());
        try (var mean = checkpoints.mean(steps)) {
            learner.model().network().parameters().load(mean);
        }
        learner.model().save(folder.model(), Safetensors.Precision.F32);
        var reason = hasLostPatience()
                ? "no better validation in "
                        + progress.worseValidations(config.limits().metric())
                : "made all " + progress.step() + " updates";
        listeners.finished(new TrainingListener.Finish(
                progress.step(),
                progress.place().epoch(),
                reason,
                steps,
                progress.bestLoss(),
                progress.seconds(),
                progress.trainingSeconds(),
                progress.targetTokens()));
        return true;
    }
}
