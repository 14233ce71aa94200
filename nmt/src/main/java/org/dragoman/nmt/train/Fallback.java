package org.dragoman.nmt.train;

import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.nmt.train.RecoveryConfig.Action;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides where a run goes back to when its loss has exploded, and what it does differently from there.
 *
 * <p>That is the newest checkpoint, or the start where there is none. If no update was made since, a lower rate would come too late. Then
 * the batch is at fault and passed over, if the checkpoint was validated, as its weights gave a finite loss; without a validation the
 * weights may be broken, and the checkpoint is deleted, and the one before it taken, as soon as passing over batches isn't what is to be
 * done or has been tried there. The last checkpoint is never deleted.
 */
final class Fallback {

    private final RecoveryConfig config;
    private final int validateEvery;
    private final Recoveries recoveries;
    private final Checkpoints checkpoints;

    Fallback(TrainingConfig config, Recoveries recoveries, Checkpoints checkpoints) {
        this.config = config.recovery();
        this.validateEvery = config.limits().validateEvery();
        this.recoveries = recoveries;
        this.checkpoints = checkpoints;
    }

    /** The newest checkpoint. */
    Optional<Checkpoints.Stored> newest() {
        return checkpoints.newest(validateEvery);
    }

    /**
     * Chooses the checkpoint to go back to, and remembers the return.
     *
     * @param progress when the loss had exploded
     * @return empty for the start
     * @throws IllegalStateException if the run may not go back once more, or can't
     */
    Optional<Checkpoints.Stored> from(Explosion explosion, Progress progress) {
        if (!recoveries.areLeft()) {
            throw noneLeft(explosion);
        }
        var newest = newest();
        var broken = newest.filter(checkpoint -> isBroken(checkpoint.progress(), explosion, progress));
        broken.ifPresent(checkpoint -> delete(checkpoint.progress().step(), explosion));
        var taken = broken.isPresent() ? newest() : newest;
        var from = taken.map(checkpoint -> checkpoint.progress().step()).orElse(0L);
        var isMadeSince = progress.lastMade() > from;
        recoveries.add(new Recoveries.Recovery(
                from,
                explosion.trouble().step(),
                isMadeSince ? config.action() : Action.SKIP_BATCH,
                config.factor(),
                suspects(explosion, progress, broken.isPresent(), isMadeSince)));
        return taken;
    }

    /** The batches at which it was noticed, after the one that made the weights where that may be at fault. */
    private static List<Progress.Place> suspects(
            Explosion explosion, Progress progress, boolean isBroken, boolean isMadeSince) {
        var isMadeSuspect = isBroken || isMadeSince && explosion.cause() != Explosion.Cause.LOSS;
        return Stream.concat(progress.made().stream().filter(place -> isMadeSuspect), explosion.places().stream())
                .toList();
    }

    private boolean isBroken(Progress checkpoint, Explosion explosion, Progress progress) {
        return checkpoint.step() >= progress.lastMade()
                && !checkpoint.isValidated()
                && !mayPassOver(checkpoint.step(), config.action(), explosion);
    }

    /** Whether passing over batches after a checkpoint could help. */
    private boolean mayPassOver(long step, Action action, Explosion explosion) {
        return action == Action.SKIP_BATCH
                && explosion.cause() != Explosion.Cause.VALIDATION
                && !recoveries.hasFrom(step);
    }

    private void delete(long step, Explosion explosion) {
        if (checkpoints.steps().size() == 1) {
            throw new IllegalStateException("training diverged: "
                    + explosion.trouble().summary() + "; no update was made since the only checkpoint, of step " + step
                    + ", and no validation says that its weights are sound: "
                    + (mayPassOver(step, Action.SKIP_BATCH, explosion)
                            ? "go on with --resume and recovery.action skip-batch, or "
                            : "")
                    + "begin again with a lower learning rate or norm of clipping");
        }
        checkpoints.delete(step);
    }

    private IllegalStateException noneLeft(Explosion explosion) {
        var other = config.action() == Action.LOWER_RATE ? Action.SKIP_BATCH : Action.LOWER_RATE;
        return new IllegalStateException("training diverged: "
                + explosion.trouble().summary() + "; it went back to a checkpoint "
                + recoveries.count() + " times before: go on with --resume and other recovery settings (attempts above "
                + recoveries.count() + ", perhaps with action " + SettingsJson.name(other)
                + "), or begin again with a lower learning rate or norm of clipping");
    }
}
