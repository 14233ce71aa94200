package org.dragoman.nmt.tensor;

import org.dragoman.nmt.weights.FloatSink;
import org.dragoman.nmt.weights.StoredTensor;
import org.dragoman.nmt.weights.StoredType;
import org.dragoman.nmt.weights.TensorFile;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weights in Java memory, read as a file of them would be. */
record HeldWeights(String origin, Map<String, StoredTensor> tensors) implements TensorFile {

    static HeldWeights of(Map<String, Weights> weights, String origin) {
        var tensors = new LinkedHashMap<String, StoredTensor>();
        weights.forEach((name, values) -> tensors.put(name, new Held(name, values)));
        return new HeldWeights(origin, tensors);
    }

    private record Held(String name, Weights weights) implements StoredTensor {

        @Override
        public long[] shape() {
            return weights.shape();
        }

        @Override
        public StoredType type() {
            return StoredType.F32;
        }

        @Override
        public void read(FloatSink sink) {
            sink.accept(0, FloatBuffer.wrap(weights.values()));
        }
    }

    @Override
    public void close() {}
}
