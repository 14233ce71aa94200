package org.dragoman.nmt.model;

/** In which order a recurrent decoder steps and attends. */
public enum DecoderOrder {
    /** Attend with the state before the step, and step with the context as input (Bahdanau et al. 2015, appendix A.2.2). */
    ATTEND_FIRST,
    /** Step, attend with the new state, and join both in {@code tanh(W [context; state])} (Luong et al. 2015, section 3). */
    STEP_FIRST
}
