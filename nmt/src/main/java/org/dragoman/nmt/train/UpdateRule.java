package org.dragoman.nmt.train;

import org.dragoman.nmt.tensor.Tensor;

import java.util.List;

/** What an optimiser does to one parameter. */
interface UpdateRule {

    /** Names of the tensors that it remembers for each parameter, all of the parameter's shape and zero at first. */
    List<String> moments();

    /**
     * Changes the parameter and its moments in place.
     *
     * @param gradient not to be changed
     * @param moments in the order of their names
     */
    void apply(Tensor parameter, Tensor gradient, List<Tensor> moments, Moment moment);

    /**
     * When an update happens.
     *
     * @param step its number, from 1
     * @param rate learning rate
     * @param scale factor by which gradients are multiplied first
     */
    record Moment(long step, double rate, double scale) {}
}
