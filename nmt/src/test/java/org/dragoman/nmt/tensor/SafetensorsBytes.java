package org.dragoman.nmt.tensor;

import org.dragoman.nmt.tensor.Safetensors.Precision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small files in memory: to compare with, or to read back. */
public final class SafetensorsBytes {

    private SafetensorsBytes() {}

    /** What {@link Safetensors#write} writes of tensors. */
    public static byte[] of(Map<String, Tensor> tensors, Precision precision) {
        var out = new ByteArrayOutputStream();
        try {
            Safetensors.write(tensors, precision, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same of numbers that are first copied into native memory. */
    static byte[] ofWeights(Map<String, Weights> weights, Precision precision) {
        try (var scope = Scope.constant()) {
            var tensors = new LinkedHashMap<String, Tensor>();
            weights.forEach((name, values) -> tensors.put(name, Tensor.of(values.values(), values.shape())));
            return of(tensors, precision);
        }
    }
}
