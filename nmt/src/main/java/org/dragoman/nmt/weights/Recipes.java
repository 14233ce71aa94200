package org.dragoman.nmt.weights;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The kinds of {@link Recipe}. */
final class Recipes {

    private Recipes() {}

    static IllegalArgumentException unsuited(Recipe recipe, String problem, long[] shape) {
        return new IllegalArgumentException(
                "'" + String.join("', '", recipe.sources()) + "' " + problem + ", has shape " + Arrays.toString(shape));
    }

    record Stored(String name) implements Recipe {

        @Override
        public List<String> sources() {
            return List.of(name);
        }

        @Override
        public long[] shape(Map<String, StoredTensor> stored) {
            var tensor = stored.get(name);
            if (!tensor.type().isFloating()) {
                throw new IllegalArgumentException(
                        "'" + name + "' should hold floating-point numbers, holds " + tensor.type());
            }
            return tensor.shape();
        }

        @Override
        public void emit(Map<String, StoredTensor> stored, FloatSink sink) {
            stored.get(name).read(sink);
        }
    }

    record Vector(Stored base) implements Recipe {

        @Override
        public List<String> sources() {
            return base.sources();
        }

        @Override
        public long[] shape(Map<String, StoredTensor> stored) {
            var shape = base.shape(stored);
            if (Arrays.stream(shape).filter(size -> size != 1).count() > 1) {
                throw unsuited(this, "should be a vector", shape);
            }
            return new long[] {StoredTensor.places(shape)};
        }

        @Override
        public void emit(Map<String, StoredTensor> stored, FloatSink sink) {
            base.emit(stored, sink);
        }
    }

    record Transposed(Recipe base) implements Recipe {

        @Override
        public List<String> sources() {
            return base.sources();
        }

        @Override
        public long[] shape(Map<String, StoredTensor> stored) {
            var shape = base.shape(stored);
            if (shape.length != 2) {
                throw unsuited(this, "should be a matrix", shape);
            }
            return new long[] {shape[1], shape[0]};
        }

        /** A run of whole rows becomes one run in each column; any other is handed on value by value. */
        @Override
        public void emit(Map<String, StoredTensor> stored, FloatSink sink) {
            var rows = shape(stored)[1];
            var columns = shape(stored)[0];
            base.emit(stored, (first, run) -> {
                var whole = first % columns == 0 && run.remaining() % columns == 0;
                var height = whole ? (int) (run.remaining() / columns) : 1;
                var width = run.remaining() / height;
                var column = new float[height];
                var columnRun = FloatBuffer.wrap(column);
                for (var i = 0; i < width; i++) {
                    for (var j = 0; j < height; j++) {
                        column[j] = run.get(run.position() + j * width + i);
                    }
                    var place = first + i;
                    sink.accept(place % columns * rows + place / columns, columnRun.clear());
                }
            });
        }
    }

    record Stack(List<Recipe> parts) implements Recipe {

        @Override
        public List<String> sources() {
            return parts.stream().flatMap(part -> part.sources().stream()).toList();
        }

        @Override
        public long[] shape(Map<String, StoredTensor> stored) {
            var sum = parts.get(0).shape(stored).clone();
            row(sum);
            for (var part : parts.subList(1, parts.size())) {
                var shape = part.shape(stored);
                if (shape.length != sum.length || !Arrays.equals(row(shape), row(sum))) {
                    throw unsuited(part, "should have rows of shape " + Arrays.toString(row(sum)), shape);
                }
                sum[0] += shape[0];
            }
            return sum;
        }

        private long[] row(long[] shape) {
            if (shape.length == 0) {
                throw unsuited(this, "should have rows", shape);
            }
            return Arrays.copyOfRange(shape, 1, shape.length);
        }

        @Override
        public void emit(Map<String, StoredTensor> stored, FloatSink sink) {
            var start = 0L;
            for (var part : parts) {
                var before = start;
                part.emit(stored, (first, run) -> sink.accept(before + first, run));
                start += StoredTensor.places(part.shape(stored));
            }
        }
    }

    record OfRows(Recipe base, long rows) implements Recipe {
        @Override
        public List<String> sources() {
            return base.sources();
        }

        @Override
        public long[] shape(Map<String, StoredTensor> stored) {
            var shape = base.shape(stored);
            if (shape.length == 0 || shape[0] != rows) {
                throw unsuited(this, "should have " + rows + " rows", shape);
            }
            return shape;
        }

        @Override
        public void emit(Map<String, StoredTensor> stored, FloatSink sink) {
            base.emit(stored, sink);
        }
    }

    record Constant(float value, long[] ofShape) implements Recipe {

        @Override
        public List<String> sources() {
            return List.of();
        }

        @Override
        public long[] shape(Map<String, StoredTensor> stored) {
            return ofShape.clone();
        }

        @Override
        public void emit(Map<String, StoredTensor> stored, FloatSink sink) {
            fill(0, StoredTensor.places(ofShape), value, sink);
        }
    }

    static void fill(long first, long count, float value, FloatSink sink) {
        var values = new float[(int) Math.min(RawTensor.CHUNK, count)];
        Arrays.fill(values, value);
        for (var done = 0L; done < count; done += values.length) {
            sink.accept(first + done, FloatBuffer.wrap(values, 0, (int) Math.min(values.length, count - done)));
        }
    }
}
