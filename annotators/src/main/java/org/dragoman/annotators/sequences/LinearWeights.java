package org.dragoman.annotators.sequences;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Learned weights, as whole multiples of one step: what is nearer to 0 than half a step is gone. Immutable. */
final class LinearWeights implements Weights {
    private final IntTable rows; // of features
    private final int[] ends; // of each row
    private final byte[] tags;
    private final short[] weights;

    private LinearWeights(IntTable rows, int[] ends, byte[] tags, short[] weights) {
        this.rows = rows;
        this.ends = ends;
        this.tags = tags;
        this.weights = weights;
    }

    /** Rounds weights: for each feature, the weight of each tag. */
    static LinearWeights round(Map<Integer, Map<Integer, Double>> exact, double step) {
        var kept = new TreeMap<Integer, Map<Integer, Integer>>();
        exact.forEach((feature, byTag) -> {
            var row = new TreeMap<Integer, Integer>();
            byTag.forEach((tag, weight) -> row.put(tag, rounded(weight / step)));
            row.values().removeIf(weight -> weight == 0);
            if (!row.isEmpty()) {
                kept.put(feature, row);
            }
        });
        return of(kept);
    }

    private static int rounded(double multiple) {
        return (int) Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, Math.round(multiple)));
    }

    private static LinearWeights of(Map<Integer, Map<Integer, Integer>> kept) {
        var size = kept.values().stream().mapToInt(Map::size).sum();
        var rows = new TreeMap<Integer, Integer>();
        var ends = new int[kept.size()];
        var tags = new byte[size];
        var weights = new short[size];
        var end = 0;
        for (var row : kept.entrySet()) {
            for (var weight : row.getValue().entrySet()) {
                tags[end] = (byte) (int) weight.getKey();
                weights[end++] = (short) (int) weight.getValue();
            }
            ends[rows.size()] = end;
            rows.put(row.getKey(), rows.size());
        }
        return new LinearWeights(IntTable.of(rows), ends, tags, weights);
    }

    @Override
    public void addTo(float[] scores, int feature) {
        var row = rows.get(feature);
        if (row >= 0) {
            for (var i = row == 0 ? 0 : ends[row - 1]; i < ends[row]; i++) {
                scores[tags[i] & 0xFF] += weights[i];
            }
        }
    }

    /** Number of features. */
    int size() {
        return ends.length;
    }

    void writeTo(DataOutputStream out) throws IOException {
        rows.writeKeys(out); // in order, so a key's place is its row
        for (var row = 0; row < ends.length; row++) {
            Varint.write(out, ends[row] - (row == 0 ? 0 : ends[row - 1]));
        }
        out.write(tags);
        for (var weight : weights) {
            Varint.writeSigned(out, weight);
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param tagCount all tags must be below it
     */
    static LinearWeights read(DataInputStream in, int tagCount) throws IOException {
        var rows = IntTable.readKeys(in);
        var ends = new int[rows.size()];
        var end = 0L;
        for (var row = 0; row < ends.length; row++) {
            end += Varint.read(in);
            ends[row] = Varint.checked(end, "the number of weights");
        }
        var tags = in.readNBytes((int) end);
        var weights = new short[tags.length];
        for (var i = 0; i < weights.length; i++) {
            weights[i] = (short) Varint.readSigned(in);
            if ((tags[i] & 0xFF) >= tagCount) {
                throw new IOException("it is damaged: there is no tag number " + (tags[i] & 0xFF));
            }
        }
        return new LinearWeights(rows, ends, tags, weights);
    }
}
