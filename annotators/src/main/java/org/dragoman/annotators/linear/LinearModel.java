package org.dragoman.annotators.linear;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Weights of features for each of a number of classes. The score of a class is the sum of the weights of a case's features; a feature
 * that the model doesn't know counts nothing.
 *
 * <p>Weights are whole multiples of one step, in 16 bits. Safe for use by many threads.
 */
public final class LinearModel {
    private static final int MOST_CLASSES = 1 << 15;

    private final int classes;
    private final float step;
    private final int[] hashes; // open addressing, 0 is empty
    private final int[] rows; // where the weights of the feature at the same place begin
    private final short[] rowClasses;
    private final short[] rowWeights;
    private final int[] rowEnds;
    private final int features;

    /**
     * A model of given weights.
     *
     * @param classes number of classes
     * @param weights the features, in any order
     * @param step what a weight of 1 stands for
     */
    LinearModel(int classes, float step, Weights weights) {
        this.classes = classes;
        this.step = step;
        this.features = weights.hashes.length;
        this.rowClasses = weights.classes;
        this.rowWeights = weights.values;
        var capacity = Integer.highestOneBit(Math.max(4, 2 * features)) * 2;
        this.hashes = new int[capacity];
        this.rows = new int[capacity];
        this.rowEnds = new int[capacity];
        fill(weights);
    }

    /**
     * The weights that are not zero, feature by feature.
     *
     * @param hashes of the features
     * @param ends for each feature, where its weights end; they begin where those of the feature before end
     * @param classes the class of each weight
     * @param values the weights, in steps
     */
    record Weights(int[] hashes, int[] ends, short[] classes, short[] values) {}

    private void fill(Weights weights) {
        var start = 0;
        for (var i = 0; i < features; i++) {
            var place = place(weights.hashes[i]);
            hashes[place] = weights.hashes[i];
            rows[place] = start;
            rowEnds[place] = weights.ends[i];
            start = weights.ends[i];
        }
    }

    private int place(int hash) {
        var mask = hashes.length - 1;
        var place = hash & mask;
        while (hashes[place] != 0 && hashes[place] != hash) {
            place = place + 1 & mask;
        }
        return place;
    }

    /** Number of classes. */
    public int classes() {
        return classes;
    }

    /** Number of features that have a weight. */
    public int features() {
        return features;
    }

    /**
     * Adds up the scores of all classes.
     *
     * @param scores one place for each class, overwritten
     */
    public void score(Features of, float[] scores) {
        Arrays.fill(scores, 0);
        for (var i = 0; i < of.size(); i++) {
            var place = place(of.hash(i));
            if (hashes[place] != 0) {
                for (var row = rows[place]; row < rowEnds[place]; row++) {
                    scores[rowClasses[row]] += rowWeights[row] * step;
                }
            }
        }
    }

    /** The score of class 1 less that of class 0, for a model of two classes: above 0 where class 1 is the better guess. */
    public float margin(Features of) {
        var sum = 0;
        for (var i = 0; i < of.size(); i++) {
            var place = place(of.hash(i));
            if (hashes[place] != 0) {
                for (var row = rows[place]; row < rowEnds[place]; row++) {
                    sum += rowClasses[row] == 1 ? rowWeights[row] : -rowWeights[row];
                }
            }
        }
        return sum * step;
    }

    /** Writes the model, to be read by {@link #read}. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(classes);
        out.writeFloat(step);
        out.writeInt(features);
        var places = sortedPlaces();
        for (var place : places) {
            out.writeInt(hashes[place]);
        }
        for (var place : places) {
            out.writeShort(rowEnds[place] - rows[place]);
        }
        for (var place : places) {
            for (var row = rows[place]; row < rowEnds[place]; row++) {
                out.writeShort(rowClasses[row]);
                out.writeShort(rowWeights[row]);
            }
        }
    }

    /** Where the features are, ordered by their hashes, so that equal models make equal files. */
    private int[] sortedPlaces() {
        return IntStream.range(0, hashes.length)
                .filter(place -> hashes[place] != 0)
                .boxed()
                .sorted((a, b) -> Integer.compareUnsigned(hashes[a], hashes[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else
     */
    public static LinearModel read(DataInput in) throws IOException {
        var classes = bounded(in.readInt(), 1, MOST_CLASSES, "number of classes");
        var step = in.readFloat();
        var features = bounded(in.readInt(), 0, 1 << 26, "number of features");
        var hashes = new int[features];
        for (var i = 0; i < features; i++) {
            hashes[i] = in.readInt();
        }
        var ends = new int[features];
        var end = 0;
        for (var i = 0; i < features; i++) {
            end += bounded(in.readShort(), 1, classes, "number of weights of a feature");
            ends[i] = end;
        }
        var rowClasses = new short[end];
        var values = new short[end];
        for (var i = 0; i < end; i++) {
            rowClasses[i] = (short) bounded(in.readShort(), 0, classes - 1, "class of a weight");
            values[i] = in.readShort();
        }
        return new LinearModel(classes, step, new Weights(hashes, ends, rowClasses, values));
    }

    private static int bounded(int value, int least, int most, String what) throws IOException {
        if (value < least || value > most) {
            throw new IOException("the " + what + " must be from " + least + " to " + most + ", got " + value);
        }
        return value;
    }
}
