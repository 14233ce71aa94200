package org.dragoman.annotators.sequences;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Weights that are being learned, with their averages over all steps (Freund and Schapire 1999; Collins 2002). A weight's sum is brought up
 * to date only when the weight changes.
 */
final class AveragedWeights implements Weights {
    private int[] keys = new int[1 << 16];
    private Row[] rows = new Row[1 << 16];
    private int size;
    private int step = 1;

    /** The weights of one feature, for the tags that it has ever been updated for. */
    private static final class Row {
        private byte[] tags = new byte[2];
        private float[] weights = new float[2];
        private double[] sums = new double[2]; // over the steps before the stamp
        private int[] stamps = new int[2];
        private int count;

        int indexOf(int tag) {
            for (var i = 0; i < count; i++) {
                if ((tags[i] & 0xFF) == tag) {
                    return i;
                }
            }
            return add(tag);
        }

        private int add(int tag) {
            if (count == tags.length) {
                tags = Arrays.copyOf(tags, 2 * count);
                weights = Arrays.copyOf(weights, 2 * count);
                sums = Arrays.copyOf(sums, 2 * count);
                stamps = Arrays.copyOf(stamps, 2 * count);
            }
            tags[count] = (byte) tag;
            return count++;
        }

        double average(int i, int step) {
            return (sums[i] + (double) weights[i] * (step - stamps[i])) / step;
        }
    }

    /** Begins the next step: an example has been looked at. */
    void nextStep() {
        step++;
    }

    void update(int feature, int tag, float change) {
        var row = row(feature);
        var i = row.indexOf(tag);
        row.sums[i] += (double) row.weights[i] * (step - row.stamps[i]);
        row.stamps[i] = step;
        row.weights[i] += change;
    }

    @Override
    public void addTo(float[] scores, int feature) {
        var slot = slot(feature);
        var row = rows[slot];
        if (row != null) {
            for (var i = 0; i < row.count; i++) {
                scores[row.tags[i] & 0xFF] += row.weights[i];
            }
        }
    }

    /** The averages: for each feature, the weight of each tag that has one. */
    Map<Integer, Map<Integer, Double>> averages() {
        var averages = new TreeMap<Integer, Map<Integer, Double>>();
        for (var slot = 0; slot < keys.length; slot++) {
            if (rows[slot] != null) {
                averages.put(keys[slot], averages(rows[slot]));
            }
        }
        return averages;
    }

    private Map<Integer, Double> averages(Row row) {
        var averages = new TreeMap<Integer, Double>();
        for (var i = 0; i < row.count; i++) {
            averages.put(row.tags[i] & 0xFF, row.average(i, step));
        }
        return averages;
    }

    private Row row(int feature) {
        if (2 * size > keys.length) {
            grow();
        }
        var slot = slot(feature);
        if (rows[slot] == null) {
            keys[slot] = feature;
            rows[slot] = new Row();
            size++;
        }
        return rows[slot];
    }

    private int slot(int feature) {
        var slot = feature & (keys.length - 1);
        while (rows[slot] != null && keys[slot] != feature) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldRows = rows;
        keys = new int[2 * oldKeys.length];
        rows = new Row[keys.length];
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldRows[i] != null) {
                var slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                rows[slot] = oldRows[i];
            }
        }
    }
}
