package org.dragoman.nmt.train;

/** By what validations are compared. */
public enum Criterion {
    /** Cross entropy of the validation corpus; the lower, the better. */
    LOSS {
        @Override
        double goodness(Progress.Validated validated) {
            return -validated.loss();
        }
    },
    /** BLEU of greedy translations; the higher, the better. */
    BLEU {
        @Override
        double goodness(Progress.Validated validated) {
            return validated.bleu();
        }
    },
    /** chrF of greedy translations; the higher, the better. */
    CHRF {
        @Override
        double goodness(Progress.Validated validated) {
            return validated.chrf();
        }
    };

    /** The higher, the better; minus infinity or NaN is not known. */
    abstract double goodness(Progress.Validated validated);
}
