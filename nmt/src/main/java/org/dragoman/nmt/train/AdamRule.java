package org.dragoman.nmt.train;

import org.dragoman.nmt.tensor.Tensor;

import java.util.List;

/**
 * One step of Adam or AdamW.
 *
 * @param config of Adam
 * @param weightDecay decoupled from the gradient; 0 for Adam
 */
record AdamRule(OptimizerConfig.Adam config, double weightDecay) implements UpdateRule {

    @Override
    public List<String> moments() {
        return List.of("mean", "variance");
    }

    @Override
    public void apply(Tensor parameter, Tensor gradient, List<Tensor> moments, Moment moment) {
        if (weightDecay > 0) {
            parameter.mulInPlace(Tensor.full(1 - moment.rate() * weightDecay));
        }
        var correction1 = 1 - Math.pow(config.beta1(), moment.step());
        var correction2 = Math.sqrt(1 - Math.pow(config.beta2(), moment.step()));
        parameter.adamInPlace(
                gradient,
                moments.get(0),
                moments.get(1),
                moment.rate() * correction2 / correction1,
                moment.scale(),
                config.beta1(),
                config.beta2(),
                config.epsilon() * correction2);
    }
}
