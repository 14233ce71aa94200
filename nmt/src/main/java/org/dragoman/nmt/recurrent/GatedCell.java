package org.dragoman.nmt.recurrent;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;

/** What the cells share: one projection of the input and one of the output before, each with all gates on top of each other. */
abstract class GatedCell implements Cell {

    private final int size;
    private final Tensor weightInput;
    private final Tensor weightHidden;

    /** Makes {@code name.weightInput} (GH, I) and {@code name.weightHidden} (GH, H), uniform up to {@code 1 / sqrt(H)} as in PyTorch. */
    GatedCell(Parameters parameters, String name, int inputSize, int size, int gates) {
        this.size = size;
        this.weightInput = parameters.make(name + ".weightInput", initial(size), (long) gates * size, inputSize);
        this.weightHidden = parameters.make(name + ".weightHidden", initial(size), (long) gates * size, size);
    }

    /** The start values of weights and biases. */
    static Initializer initial(int size) {
        return Initializer.uniform(1 / Math.sqrt(size));
    }

    /**
     * The next state.
     *
     * @param input (B, GH), the input's share in the gates, without any bias
     * @param hidden (B, GH), the share of the output before, without any bias
     * @param state (B, P) before
     */
    abstract Tensor next(Tensor input, Tensor hidden, Tensor state);

    Tensor weightInput() {
        return weightInput;
    }

    Tensor weightHidden() {
        return weightHidden;
    }

    private Tensor next(Tensor input, Tensor state) {
        return next(input, output(state).linear(weightHidden), state);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Tensor step(Tensor x, Tensor state) {
        return next(x.linear(weightInput), state);
    }

    /** Step by step; cells that have a native operation override it. */
    @Override
    public Tensor.Run run(Tensor x, Tensor start) {
        var walk = walk(x);
        var outputs = new ArrayList<Tensor>();
        var state = start;
        for (var position = 0; position < x.size(1); position++) {
            state = walk.step(position, state);
            outputs.add(output(state));
        }
        return new Tensor.Run(Tensor.stack(1, outputs), state);
    }

    @Override
    public Walk walk(Tensor known) {
        return new GatedWalk(known);
    }

    private final class GatedWalk implements Walk {

        private final List<Tensor> knownShares; // (B, 1, GH) each
        private final Tensor weightRest; // (GH, I - I')

        GatedWalk(Tensor known) {
            var knownSize = known.size(-1);
            knownShares = known.linear(weightInput.slice(1, 0, knownSize)).chunk(Math.toIntExact(known.size(1)), 1);
            weightRest = weightInput.slice(1, knownSize, weightInput.size(1));
        }

        @Override
        public Tensor step(int position, Tensor rest, Tensor state) {
            return next(knownShares.get(position).squeeze(1).add(rest.linear(weightRest)), state);
        }

        @Override
        public Tensor step(int position, Tensor state) {
            return next(knownShares.get(position).squeeze(1), state);
        }
    }
}
