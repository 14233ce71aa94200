package org.dragoman.nmt.recurrent;

import org.dragoman.nmt.layers.LayerNorm;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.List;
import java.util.Optional;

/**
 * The gated recurrent unit of Cho et al. 2014 (arXiv 1406.1078, equations 5 to 8) in the form of cuDNN and PyTorch, where the
 * reset gate acts on the product with the state and not on the state:
 *
 * <pre>
 * r  = sigmoid(W_r x + b_r + U_r h + d_r)    reset
 * z  = sigmoid(W_z x + b_z + U_z h + d_z)    update
 * n  = tanh(W_n x + b_n + r * (U_n h + d_n)) candidate
 * h' = (1 - z) * n + z * h
 * </pre>
 *
 * <p>The gates lie on top of each other in the order r, z, n. It has {@code 3 (H I + H^2 + 2H)} parameters: this form needs the second bias
 * at the candidate, so both are kept throughout; the literature's {@code 3 (H I + H^2 + H)} counts one. With layer norm, each projection is
 * normalised over r and z together and over n (Ba et al. 2016, arXiv 1607.06450, equations 26 to 28).
 */
public final class GruCell extends GatedCell {

    private static final int GATES = 3;

    private final Tensor biasInput;
    private final Tensor biasHidden;
    private final Optional<Norms> norms;

    private record Norms(
            LayerNorm inputGates, LayerNorm inputCandidate, LayerNorm hiddenGates, LayerNorm hiddenCandidate) {
        Tensor input(Tensor share) {
            return normed(share, inputGates, inputCandidate);
        }

        Tensor hidden(Tensor share) {
            return normed(share, hiddenGates, hiddenCandidate);
        }

        private static Tensor normed(Tensor share, LayerNorm gates, LayerNorm candidate) {
            var border = share.size(-1) / GATES * 2;
            var parts = List.of(
                    gates.apply(share.slice(-1, 0, border)), candidate.apply(share.slice(-1, border, share.size(-1))));
            return Tensor.concat(-1, parts);
        }
    }

    /**
     * Makes {@code name.weightInput} (3H, I), {@code name.weightHidden} (3H, H), {@code name.biasInput} (3H) and {@code
     * name.biasHidden} (3H), all uniform up to {@code 1 / sqrt(H)} as in PyTorch; with layer norm the gains of four norms, too.
     */
    public GruCell(Parameters parameters, String name, int inputSize, int size, boolean layerNorm) {
        super(parameters, name, inputSize, size, GATES);
        this.biasInput = parameters.make(name + ".biasInput", initial(size), (long) GATES * size);
        this.biasHidden = parameters.make(name + ".biasHidden", initial(size), (long) GATES * size);
        this.norms = layerNorm ? Optional.of(norms(parameters, name)) : Optional.empty();
    }

    private Norms norms(Parameters parameters, String name) {
        return new Norms(
                LayerNorm.withoutBias(parameters, name + ".inputNorm.gates", 2 * size()),
                LayerNorm.withoutBias(parameters, name + ".inputNorm.candidate", size()),
                LayerNorm.withoutBias(parameters, name + ".hiddenNorm.gates", 2 * size()),
                LayerNorm.withoutBias(parameters, name + ".hiddenNorm.candidate", size()));
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
        var fromInput = norms.map(layers -> layers.input(input))
                .orElse(input)
                .add(biasInput)
                .chunk(GATES, -1);
        var fromState = norms.map(layers -> layers.hidden(hidden))
                .orElse(hidden)
                .add(biasHidden)
                .chunk(GATES, -1);
        var reset = fromInput.get(0).add(fromState.get(0)).sigmoid();
        var update = fromInput.get(1).add(fromState.get(1)).sigmoid();
        var candidate = fromInput.get(2).add(reset.mul(fromState.get(2))).tanh();
        return candidate.add(update.mul(state.sub(candidate)));
    }

    @Override
    public Tensor.Run run(Tensor x, Tensor start) {
        return norms.isEmpty()
                ? x.gru(start, weightInput(), weightHidden(), biasInput, biasHidden)
                : super.run(x, start);
    }
}
