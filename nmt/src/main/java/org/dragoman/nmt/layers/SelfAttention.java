package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.List;

/**
 * Multi-head attention of a sequence to itself (Vaswani et al. 2017, section 3.2.2), its three projections packed
 * into one product.
 */
public final class SelfAttention {

    private final Linear qkv;
    private final Linear output;
    private final Heads heads;

    /** Makes {@code name.qkv} (D to 3D: queries, keys, values) and {@code name.output} (D to D). */
    public SelfAttention(Parameters parameters, String name, int size, int heads) {
        this.qkv = Linear.packed(parameters, name + ".qkv", size, size, 3);
        this.output = Linear.of(parameters, name + ".output", size, size);
        this.heads = new Heads(heads);
    }

    /**
     * Attends to whole sequences.
     *
     * <pre>
     * in   x        (B, L, D)
     *      mask     broadcasts to (B, H, L, L), see {@link Masks}
     *      dropout  probability with which an attention weight is left out
     * out  context  (B, L, D)
     *      weights  (B, H, L, L)
     * </pre>
     */
    public Attended apply(Tensor x, Tensor mask, double dropout) {
        var parts = heads.split(qkv.apply(x), 3);
        return project(heads.attend(parts.get(0), parts.get(1), parts.get(2), mask, dropout));
    }

    /**
     * Attends from one new position to itself and to those in the cache.
     *
     * <pre>
     * in   x       (R, 1, D)
     *      before  the earlier positions of each row, {@link Cache#EMPTY} at the first
     * out  context (R, 1, D) and the cache with the new position
     * </pre>
     */
    public Step step(Tensor x, Cache before) {
        var parts = heads.split(qkv.apply(x), 3);
        var cache = before.with(parts.get(1), parts.get(2));
        return new Step(
                project(heads.attend(parts.get(0), cache.key, cache.value)).context(), cache);
    }

    private Attended project(Attended attended) {
        return new Attended(output.apply(attended.context()), attended.weights());
    }

    /**
     * One position's result.
     *
     * @param context (R, 1, D)
     * @param cache with this position at its end
     */
    public record Step(Tensor context, Cache cache) {}

    /** Keys and values of earlier positions, (R, H, L, D/H) each; immutable. */
    public static final class Cache {

        /** Before the first position. */
        public static final Cache EMPTY = new Cache(null, null);

        private final Tensor key;
        private final Tensor value;

        private Cache(Tensor key, Tensor value) {
            this.key = key;
            this.value = value;
        }

        private Cache with(Tensor newKey, Tensor newValue) {
            return this == EMPTY
                    ? new Cache(newKey, newValue)
                    : new Cache(Tensor.concat(2, List.of(key, newKey)), Tensor.concat(2, List.of(value, newValue)));
        }

        /** Returns a cache of these rows of this one, in this order. */
        public Cache select(Tensor rows) {
            return this == EMPTY ? EMPTY : new Cache(key.select(rows), value.select(rows));
        }

        /** The native arrays, for whoever decides how long they live. */
        public List<Tensor> tensors() {
            return this == EMPTY ? List.of() : List.of(key, value);
        }
    }
}
