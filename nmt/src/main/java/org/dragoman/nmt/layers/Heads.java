package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Tensor;

import java.util.List;

/**
 * Scaled dot-product attention in several heads (Vaswani et al. 2017, equation 1 and section 3.2.2).
 *
 * @param count heads H, which divides the size D of the model
 */
record Heads(int count) {

    /** Cuts packed projections apart: in (B, L, parts * D), out for each part (B, H, L, D/H). */
    List<Tensor> split(Tensor packed, int parts) {
        var width = packed.size(-1) / parts / count;
        return packed
                .reshape(packed.size(0), packed.size(1), parts, count, width) // (B, L, parts, H, D/H)
                .permute(2, 0, 3, 1, 4) // (parts, B, H, L, D/H)
                .chunk(parts, 0)
                .stream()
                .map(part -> part.squeeze(0))
                .toList();
    }

    /**
     * Attends.
     *
     * <pre>
     * in   query       (B, H, T, D/H)
     *      key, value  (B, H, S, D/H)
     *      mask        broadcasts to (B, H, T, S), see {@link Masks}
     *      dropout     probability with which a weight is left out
     * out  context     (B, T, D)   heads side by side
     *      weights     (B, H, T, S), before dropout
     * </pre>
     */
    Attended attend(Tensor query, Tensor key, Tensor value, Tensor mask, double dropout) {
        var scaled = query.scale(1 / Math.sqrt(query.size(-1)));
        var weights = scaled.matMul(key.transpose(2, 3)).add(mask).softmax(-1); // (B, H, T, S)
        var context = weights.dropout(dropout).matMul(value).transpose(1, 2); // (B, T, H, D/H)
        return new Attended(context.reshape(context.size(0), context.size(1), -1), weights);
    }

    /** Attention to everything: no mask at all. */
    Attended attend(Tensor query, Tensor key, Tensor value) {
        var scaled = query.scale(1 / Math.sqrt(query.size(-1)));
        var weights = scaled.matMul(key.transpose(2, 3)).softmax(-1);
        var context = weights.matMul(value).transpose(1, 2);
        return new Attended(context.reshape(context.size(0), context.size(1), -1), weights);
    }
}
