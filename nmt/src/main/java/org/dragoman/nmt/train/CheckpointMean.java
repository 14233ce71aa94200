package org.dragoman.nmt.train;

import org.dragoman.nmt.weights.FloatSink;
import org.dragoman.nmt.weights.StoredTensor;
import org.dragoman.nmt.weights.StoredType;
import org.dragoman.nmt.weights.TensorFile;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean of files that have the same tensors, read as a file of it would be. One tensor at a time is in Java memory.
 *
 * @param files one or more, which are closed together with this
 */
record CheckpointMean(String origin, List<TensorFile> files) implements TensorFile {

    @Override
    public Map<String, StoredTensor> tensors() {
        var means = new LinkedHashMap<String, StoredTensor>();
        files.get(0)
                .tensors()
                .keySet()
                .forEach(name -> means.put(
                        name,
                        new Mean(files.stream()
                                .map(file -> file.tensors().get(name))
                                .toList())));
        return means;
    }

    @Override
    public void close() {
        files.forEach(TensorFile::close);
    }

    /** The mean of one tensor. */
    private record Mean(List<StoredTensor> tensors) implements StoredTensor {

        @Override
        public String name() {
            return tensors.get(0).name();
        }

        @Override
        public long[] shape() {
            return tensors.get(0).shape();
        }

        @Override
        public StoredType type() {
            return StoredType.F32;
        }

        @Override
        public void read(FloatSink sink) {
            var values = tensors.get(0).toFloats();
            tensors.subList(1, tensors.size())
                    .forEach(tensor -> tensor.read((first, run) -> {
                        for (var place = (int) first; run.hasRemaining(); place++) {
                            values[place] += run.get();
                        }
                    }));
            for (var i = 0; i < values.length; i++) {
                values[i] /= tensors.size();
            }
            sink.accept(0, FloatBuffer.wrap(values));
        }
    }
}
