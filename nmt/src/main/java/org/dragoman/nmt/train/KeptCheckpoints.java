package org.dragoman.nmt.train;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Chooses checkpoints by what validations found: those that stay on the disk, and those that the final model is the mean of. */
record KeptCheckpoints(TrainingConfig.Limits limits, Progress progress) {

    /**
     * Returns the steps of the checkpoints to keep.
     *
     * @param present steps of those on the disk
     */
    Set<Long> kept(List<Long> present) {
        var isOfLast = limits.averageOf() == TrainingConfig.AverageOf.LAST;
        var kept = new TreeSet<Long>();
        kept.add(progress.step());
        kept.addAll(last(present, Math.max(limits.keepLast(), isOfLast ? limits.average() : 1)));
        kept.addAll(best(present, Math.max(limits.keepBest(), isOfLast ? 1 : limits.average())));
        return kept;
    }

    /** Returns the steps of the checkpoints whose mean is the final model, in rising order. */
    List<Long> averaged(List<Long> present) {
        var isOfLast = limits.averageOf() == TrainingConfig.AverageOf.LAST && limits.average() > 1;
        return isOfLast ? last(present, limits.average()) : best(present, limits.average());
    }

    private List<Long> last(List<Long> present, int count) {
        var validated = progress.validations().stream()
                .map(Progress.Validated::step)
                .filter(present::contains)
                .toList();
        return validated.subList(Math.max(0, validated.size() - count), validated.size());
    }

    private List<Long> best(List<Long> present, int count) {
        return progress.best(limits.metric()).stream()
                .map(Progress.Validated::step)
                .filter(present::contains)
                .limit(count)
                .sorted()
                .toList();
    }
}
