package org.dragoman.annotators.training;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the training data that is set apart to choose settings on, so that the published development data stay a test: every n-th
 * element, which a fold chooses.
 *
 * @param every n, at least 2; or 0 for none
 * @param fold which of each n, from 0
 */
public record HeldOut(int every, int fold) {
    /** Nothing is set apart. */
    public static final HeldOut NOTHING = new HeldOut(0, 0);

    public HeldOut {
        if (every < 0 || every == 1) {
            throw new IllegalArgumentException(
                    "every how many elements one is held out must be 2 or more, or 0 for none, got " + every);
        }
        if (fold < 0 || fold >= Math.max(1, every)) {
            throw new IllegalArgumentException(
                    "the fold must be from 0 to " + (Math.max(1, every) - 1) + ", got " + fold);
        }
    }

    /** The last of each {@code every}. */
    public static HeldOut every(int every) {
        return new HeldOut(every, Math.max(0, every - 1));
    }

    /** Whether the element of this index, from 0, is set apart. */
    public boolean contains(int index) {
        return every > 0 && index % every == fold;
    }

    /** The elements that are set apart. */
    public <T> List<T> of(List<T> all) {
        return select(all, true);
    }

    /** The elements to train on. */
    public <T> List<T> rest(List<T> all) {
        return select(all, false);
    }

    private <T> List<T> select(List<T> all, boolean apart) {
        var selected = new ArrayList<T>();
        for (var i = 0; i < all.size(); i++) {
            if (contains(i) == apart) {
                selected.add(all.get(i));
            }
        }
        return List.copyOf(selected);
    }
}
