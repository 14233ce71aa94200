package org.dragoman.nmt.train;

import org.dragoman.nmt.tensor.Tensor;

import java.util.List;

/** One step of stochastic gradient descent. */
record SgdRule(OptimizerConfig.Sgd config) implements UpdateRule {

    @Override
    public List<String> moments() {
        return config.momentum() > 0 ? List.of("velocity") : List.of();
    }

    @Override
    public void apply(Tensor parameter, Tensor gradient, List<Tensor> moments, Moment moment) {
        var slope = gradient.scale(moment.scale());
        if (config.weightDecay() > 0) {
            slope = slope.add(parameter.scale(config.weightDecay()));
        }
        parameter.addInPlace(direction(slope, moments).scale(-moment.rate()));
    }

    private Tensor direction(Tensor slope, List<Tensor> moments) {
        if (config.momentum() == 0) {
            return slope;
        }
        var velocity = moments.get(0);
        velocity.mulInPlace(Tensor.full(config.momentum()));
        velocity.addInPlace(slope);
        return config.nesterov() ? slope.add(velocity.scale(config.momentum())) : velocity;
    }
}
