package org.dragoman.nmt.recurrent;

import org.dragoman.nmt.layers.LayerNorm;
import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.List;
import java.util.Optional;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997), with the forget gate of Gers et al. 2000 and without peepholes:
 *
 * <pre>
 * i  = sigmoid(W_i x + U_i h + b_i)   input gate
 * f  = sigmoid(W_f x + U_f h + b_f)   forget gate
 * g  = tanh(W_g x + U_g h + b_g)      candidate
 * o  = sigmoid(W_o x + U_o h + b_o)   output gate
 * c' = f * c + i * g                  memory
 * h' = o * tanh(c')                   output
 * </pre>
 *
 * <p>The gates lie on top of each other in the order i, f, g, o; the state is h and then c, {@code P = 2H}. It has the {@code 4 (H I + H^2 +
 * H)} parameters of the literature: one bias, where PyTorch keeps two that are only ever added. The forget gate's bias starts at 1, so that
 * memory is kept at first (Gers et al. 2000; Jozefowicz et al. 2015). With layer norm, each of the two projections is normalised over all
 * gates, and c' on its way to h' (Ba et al. 2016, arXiv 1607.06450, equations 20 to 22).
 */
public final class LstmCell extends GatedCell {

    private static final int GATES = 4;

    private final Tensor bias;
    private final Optional<Norms> norms;

    private record Norms(LayerNorm input, LayerNorm hidden, LayerNorm memory) {}

    /**
     * Makes {@code name.weightInput} (4H, I), {@code name.weightHidden} (4H, H) and {@code name.bias} (4H), and with layer norm {@code
     * name.inputNorm.gain} (4H), {@code name.hiddenNorm.gain} (4H), {@code name.memoryNorm.weight} (H) and {@code name.memoryNorm.bias} (H).
     */
    public LstmCell(Parameters parameters, String name, int inputSize, int size, boolean layerNorm) {
        super(parameters, name, inputSize, size, GATES);
        this.bias = parameters.make(name + ".bias", initialBias(size), (long) GATES * size);
        this.norms = layerNorm ? Optional.of(norms(parameters, name)) : Optional.empty();
    }

    private Norms norms(Parameters parameters, String name) {
        return new Norms(
                LayerNorm.withoutBias(parameters, name + ".inputNorm", GATES * size()),
                LayerNorm.withoutBias(parameters, name + ".hiddenNorm", GATES * size()),
                new LayerNorm(parameters, name + ".memoryNorm", size(), LayerNorm.EPSILON));
    }

    private static Initializer initialBias(int size) {
        return (seed, shape) -> {
            var values = initial(size).values(seed, shape);
            java.util.Arrays.fill(values, size, 2 * size, 1); // of the forget gate
            return values;
        };
    }

    @Override
    public int stateSize() {
        return 2 * size();
    }

    @Override
    public Tensor output(Tensor state) {
        return state.slice(-1, 0, size());
    }

    @Override
    Tensor next(Tensor input, Tensor hidden, Tensor state) {
        var sum = norms.map(layers -> layers.input.apply(input).add(layers.hidden.apply(hidden)))
                .orElseGet(() -> input.add(hidden));
        var gates = sum.add(bias).chunk(GATES, -1);
        var kept = gates.get(1).sigmoid().mul(state.slice(-1, size(), stateSize()));
        var added = gates.get(0).sigmoid().mul(gates.get(2).tanh());
        var memory = kept.add(added);
        var seen =
                norms.map(layers -> layers.memory.apply(memory)).orElse(memory).tanh();
        return Tensor.concat(-1, List.of(gates.get(3).sigmoid().mul(seen), memory));
    }

    @Override
    public Tensor.Run run(Tensor x, Tensor start) {
        return norms.isEmpty() ? x.lstm(start, weightInput(), weightHidden(), bias) : super.run(x, start);
    }
}
