package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.List;

/**
 * The gated recurrent unit of Cho et al. 2014 (arXiv 1406.1078, equations 5 to 8) in the form of cuDNN and PyTorch, where the
 * reset gate acts on the product with the state and not on the state:
 *
 * <pre>
 * r  = sigmoid(W_r x + b_r + U_r s + d_r)    reset
 * z  = sigmoid(W_z x + b_z + U_z s + d_z)    update
 * n  = tanh(W_n x + b_n + r * (U_n s + d_n)) new
 * s' = (1 - z) * n + z * s
 * </pre>
 *
 * <p>B is the number of sequences, L their length, I the size of the input, H that of the state. The three gates lie on top of
 * each other, in the order r, z, n.
 */
public final class GruCell {

    private static final int GATES = 3;

    private final int size;
    private final Tensor weightInput;
    private final Tensor weightHidden;
    private final Tensor biasInput;
    private final Tensor biasHidden;

    /**
     * Makes {@code name.weightInput} (3H, I), {@code name.weightHidden} (3H, H), {@code name.biasInput} (3H) and {@code
     * name.biasHidden} (3H), all uniform up to {@code 1 / sqrt(H)} as in PyTorch.
     */
    public GruCell(Parameters parameters, String name, int inputSize, int size) {
        var initial = Initializer.uniform(1 / Math.sqrt(size));
        var rows = (long) GATES * size;
        this.size = size;
        this.weightInput = parameters.make(name + ".weightInput", initial, rows, inputSize);
        this.weightHidden = parameters.make(name + ".weightHidden", initial, rows, size);
        this.biasInput = parameters.make(name + ".biasInput", initial, rows);
        this.biasHidden = parameters.make(name + ".biasHidden", initial, rows);
    }

    /** One position: in x (B, I) and state (B, H), out the next state (B, H). */
    public Tensor step(Tensor x, Tensor state) {
        return next(x.linear(weightInput, biasInput), state);
    }

    /** All positions from a state of zeros: in (B, L, I), out the state after each position (B, L, H). */
    public Tensor run(Tensor x) {
        return x.gru(Tensor.zeros(x.size(0), size), weightInput, weightHidden, biasInput, biasHidden);
    }

    /**
     * Prepares a walk along sequences whose input has two parts side by side: the first is known for all positions, so its
     * share in the gates is computed at once; the rest becomes known at its position, such as what attention finds there.
     *
     * @param known (B, L, I'), with I' below I
     */
    public Unrolled unroll(Tensor known) {
        return new Unrolled(known);
    }

    /** In gates (B, 3H), the share of the input; state (B, H); out (B, H). */
    private Tensor next(Tensor gates, Tensor state) {
        var input = gates.chunk(GATES, -1);
        var hidden = state.linear(weightHidden, biasHidden).chunk(GATES, -1);
        var reset = input.get(0).add(hidden.get(0)).sigmoid();
        var update = input.get(1).add(hidden.get(1)).sigmoid();
        var candidate = input.get(2).add(reset.mul(hidden.get(2))).tanh();
        return candidate.add(update.mul(state.sub(candidate)));
    }

    /** A walk along sequences, see {@link #unroll}; its tensors belong to the scope in which it was made. */
    public final class Unrolled {

        private final List<Tensor> knownGates;
        private final Tensor weightRest;

        private Unrolled(Tensor known) {
            var weights = weightInput.slice(1, 0, known.size(-1)); // (3H, I')
            var positions = Math.toIntExact(known.size(1));
            this.knownGates = known.linear(weights, biasInput).chunk(positions, 1); // (B, 1, 3H) each
            this.weightRest = weightInput.slice(1, known.size(-1), weightInput.size(1)); // (3H, I - I')
        }

        /**
         * One position.
         *
         * @param position from 0, below L
         * @param rest (B, I - I'), the second part of the input at this position
         * @param state (B, H) before this position
         * @return the state after it (B, H)
         */
        public Tensor step(int position, Tensor rest, Tensor state) {
            return next(knownGates.get(position).squeeze(1).add(rest.linear(weightRest)), state);
        }
    }
}
