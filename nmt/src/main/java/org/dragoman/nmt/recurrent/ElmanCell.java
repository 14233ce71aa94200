package org.dragoman.nmt.recurrent;

import org.dragoman.nmt.layers.LayerNorm;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.Optional;

/**
 * The simple recurrent network of Elman 1990 ("Finding structure in time"):
 *
 * <pre>
 * h' = f(W x + U h + b)
 * </pre>
 *
 * <p>with f the hyperbolic tangent or, as in the paper, the logistic function. It has {@code H (I + H + 1)} parameters: one bias, where
 * PyTorch keeps two that are only ever added. With layer norm, {@code h' = f(LN(W x + U h) + b)} (Ba et al. 2016, arXiv 1607.06450,
 * equation 4, whose gain and bias are the norm's gain and b).
 */
public final class ElmanCell extends GatedCell {

    private final Activation activation;
    private final Tensor bias;
    private final Optional<LayerNorm> norm;

    /** What f is. */
    public enum Activation {
        TANH {
            @Override
            Tensor of(Tensor x) {
                return x.tanh();
            }
        },
        SIGMOID {
            @Override
            Tensor of(Tensor x) {
                return x.sigmoid();
            }
        };

        abstract Tensor of(Tensor x);
    }

    /**
     * Makes {@code name.weightInput} (H, I), {@code name.weightHidden} (H, H) and {@code name.bias} (H), and with layer norm {@code
     * name.norm.gain} (H).
     */
    public ElmanCell(
            Parameters parameters, String name, int inputSize, int size, Activation activation, boolean layerNorm) {
        super(parameters, name, inputSize, size, 1);
        this.activation = activation;
        this.bias = parameters.make(name + ".bias", initial(size), size);
        this.norm = layerNorm ? Optional.of(LayerNorm.withoutBias(parameters, name + ".norm", size)) : Optional.empty();
    }

    @Override
    public int stateSize() {
        return size();
    }

    @Override
    public Tensor output(Tensor state) {
        return state;
    }

    @Override
    Tensor next(Tensor input, Tensor hidden, Tensor state) {
        var sum = input.add(hidden);
        return activation.of(norm.map(layer -> layer.apply(sum)).orElse(sum).add(bias));
    }

    @Override
    public Tensor.Run run(Tensor x, Tensor start) {
        return norm.isEmpty() && activation == Activation.TANH
                ? x.elman(start, weightInput(), weightHidden(), bias)
                : super.run(x, start);
    }
}
