package org.dragoman.nmt.weights;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Rows of a matrix, or places of a vector, in a new order; see {@link Recipe#rows}. */
record Rows(Recipe base, int[] from, float absent) implements Recipe {

    @Override
    public List<String> sources() {
        return base.sources();
    }

    @Override
    public long[] shape(Map<String, StoredTensor> stored) {
        var shape = base.shape(stored).clone();
        if (shape.length == 0) {
            throw Recipes.unsuited(this, "should have rows", shape);
        }
        var last = Arrays.stream(from).max().orElse(-1);
        if (last >= shape[0]) {
            throw Recipes.unsuited(this, "should have at least " + (last + 1) + " rows", shape);
        }
        shape[0] = from.length;
        return shape;
    }

    @Override
    public void emit(Map<String, StoredTensor> stored, FloatSink sink) {
        var shape = base.shape(stored);
        var width = StoredTensor.places(shape) / Math.max(1, shape[0]);
        for (var row = 0; row < from.length; row++) {
            if (from[row] < 0) {
                Recipes.fill(row * width, width, absent, sink);
            }
        }
        var targets = targets();
        base.emit(stored, (first, run) -> {
            for (var done = 0; done < run.remaining(); ) {
                var place = first + done;
                var row = (int) (place / width);
                var count = (int) Math.min(run.remaining() - done, width - place % width);
                if (row < targets.size()) {
                    for (var target : targets.get(row)) {
                        sink.accept(target * width + place % width, part(run, done, count));
                    }
                }
                done += count;
            }
        });
    }

    /** For each old row the new ones that are made of it. */
    private List<int[]> targets() {
        var lists = new ArrayList<int[]>();
        for (var row = 0; row < from.length; row++) {
            while (lists.size() <= from[row]) {
                lists.add(new int[0]);
            }
            if (from[row] >= 0) {
                var before = lists.get(from[row]);
                var more = Arrays.copyOf(before, before.length + 1);
                more[before.length] = row;
                lists.set(from[row], more);
            }
        }
        return lists;
    }

    /** The values of a run from {@code from} on, counted from its position. */
    private static FloatBuffer part(FloatBuffer run, int from, int count) {
        return run.slice(run.position() + from, count);
    }
}
