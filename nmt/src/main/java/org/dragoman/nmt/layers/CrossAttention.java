package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.List;

/** Multi-head attention of a target to a source (Vaswani et al. 2017, section 3.2.3); the source is projected once. */
public final class CrossAttention {

    private final Linear query;
    private final Linear keyValue;
    private final Linear output;
    private final Heads heads;

    /** Makes {@code name.query} (D to D), {@code name.keyValue} (D to 2D) and {@code name.output} (D to D). */
    public CrossAttention(Parameters parameters, String name, int size, int heads) {
        this.query = Linear.of(parameters, name + ".query", size, size);
        this.keyValue = Linear.packed(parameters, name + ".keyValue", size, size, 2);
        this.output = Linear.of(parameters, name + ".output", size, size);
        this.heads = new Heads(heads);
    }

    /** Projects encoder states (B, S, D), once for all target positions. */
    public Memory project(Tensor states) {
        var parts = heads.split(keyValue.apply(states), 2);
        return new Memory(parts.get(0), parts.get(1));
    }

    /**
     * Attends.
     *
     * <pre>
     * in   x        (B, T, D)
     *      mask     (B, 1, 1, S), see {@link Masks#padding}
     *      dropout  probability with which an attention weight is left out
     * out  context  (B, T, D)
     *      weights  (B, H, T, S)
     * </pre>
     */
    public Attended apply(Tensor x, Memory memory, Tensor mask, double dropout) {
        var queries = heads.split(query.apply(x), 1).get(0);
        var attended = heads.attend(queries, memory.key, memory.value, mask, dropout);
        return new Attended(output.apply(attended.context()), attended.weights());
    }

    /**
     * Projected encoder states.
     *
     * @param key (B, H, S, D/H)
     * @param value (B, H, S, D/H)
     */
    public record Memory(Tensor key, Tensor value) {

        /** Returns the memory of these sentences, in this order. */
        public Memory select(Tensor sentences) {
            return new Memory(key.select(sentences), value.select(sentences));
        }

        /** The native arrays, for whoever decides how long they live. */
        public List<Tensor> tensors() {
            return List.of(key, value);
        }
    }
}
