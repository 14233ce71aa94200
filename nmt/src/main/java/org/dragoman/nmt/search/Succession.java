package org.dragoman.nmt.search;

import org.dragoman.nmt.model.DecoderState;
import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;

import java.util.Collections;
import java.util.IdentityHashMap;

/**
 * How decoder states follow each other in bounded memory: the scope of the batch holds the tensors of one state only, whatever
 * the length of the target.
 */
final class Succession {

    private Succession() {}

    /** Encodes and keeps the first state's tensors in the innermost open scope, and nothing else. */
    static DecoderState start(EncoderDecoder model, Source source) {
        try (var encoding = Scope.constant()) {
            var state = model.encode(source, false).start();
            state.tensors().forEach(encoding::keep);
            return state;
        }
    }

    /** Hands the tensors of {@code next} to the scope around {@code step}, and frees those of {@code last} that it doesn't share. */
    static void replace(DecoderState last, DecoderState next, Scope step) {
        var needed = Collections.<Tensor>newSetFromMap(new IdentityHashMap<>());
        needed.addAll(next.tensors());
        needed.forEach(step::keep);
        last.tensors().stream().filter(tensor -> !needed.contains(tensor)).forEach(Tensor::close);
    }
}
