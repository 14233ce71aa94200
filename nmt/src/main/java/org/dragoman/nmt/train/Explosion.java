package org.dragoman.nmt.train;

import java.util.List;

/**
 * A reason to go back to a checkpoint.
 *
 * @param cause by what it was noticed
 * @param trouble what listeners are told
 * @param places of the batches at which it was noticed; the one before them, which made the weights, is not among them
 */
record Explosion(Cause cause, TrainingListener.Trouble trouble, List<Progress.Place> places) {

    /** By what it is noticed. */
    enum Cause {
        /** The loss of a batch, which is at fault itself, unless the weights were broken before. */
        LOSS,
        /** The gradients of several batches, one of which or the one before them is at fault. */
        GRADIENTS,
        /** The validation, which shows that the weights are broken. */
        VALIDATION
    }

    Explosion {
        places = List.copyOf(places);
    }
}
