package org.dragoman.nmt.weights;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Integers divided by their scales; see {@link Recipe#dequantized}. */
record Dequantized(String name, String scale) implements Recipe {

    @Override
    public List<String> sources() {
        return List.of(name, scale);
    }

    @Override
    public long[] shape(Map<String, StoredTensor> stored) {
        var tensor = stored.get(name);
        if (tensor.type().isFloating()) {
            throw new IllegalArgumentException("'" + name + "' should hold integers, holds " + tensor.type());
        }
        var scales = stored.get(scale).places();
        if (scales != 1 && (tensor.shape().length != 2 || scales != tensor.shape()[0])) {
            throw new IllegalArgumentException("'" + scale + "' should hold one scale or one for each row of '" + name
                    + "' with shape " + Arrays.toString(tensor.shape()) + ", holds " + scales);
        }
        return tensor.shape();
    }

    @Override
    public void emit(Map<String, StoredTensor> stored, FloatSink sink) {
        var tensor = stored.get(name);
        var scales = stored.get(scale).toFloats();
        var width = scales.length == 1 ? tensor.places() : tensor.shape()[1];
        var values = FloatBuffer.allocate((int) Math.min(tensor.places(), RawTensor.CHUNK));
        tensor.read((first, run) -> {
            values.clear();
            for (var i = 0; i < run.remaining(); i++) {
                values.put(run.get(run.position() + i) / scales[(int) ((first + i) / width)]);
            }
            sink.accept(first, values.flip());
        });
    }
}
