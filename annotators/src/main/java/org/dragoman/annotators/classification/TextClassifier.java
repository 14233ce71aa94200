package org.dragoman.annotators.classification;

import org.dragoman.annotators.models.BinaryFormat;
import org.dragoman.annotators.models.PackedNumbers;
import org.dragoman.pipeline.Label;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells which of some classes a text belongs to, by logistic regression over its sequences of words and characters.
 *
 * <p>Made by {@link ClassifierTrainer}, or read from a file. Safe for use by many threads.
 */
public final class TextClassifier {
    static final BinaryFormat FORMAT = new BinaryFormat("classifier", 1);
    private static final int MOST_LABELS = 10_000;
    private static final int MOST_FEATURES = 1 << 26;

    private final List<String> labels;
    private final TextFeatures features;
    private final boolean unitLength;
    private final int[] hashes;
    private final short[][] weights;
    private final double[] steps;
    private final double[] biases;

    /**
     * A classifier of given weights.
     *
     * @param labels sorted, at least two
     * @param hashes of the features, sorted
     * @param weights for each class, or for the second of two, those of the features, in steps
     * @param steps what a weight of 1 stands for, for each row of weights
     * @param biases for each row of weights
     */
    TextClassifier(
            List<String> labels,
            TextFeatures features,
            boolean unitLength,
            int[] hashes,
            short[][] weights,
            double[] steps,
            double[] biases) {
        this.labels = List.copyOf(labels);
        this.features = features;
        this.unitLength = unitLength;
        this.hashes = hashes;
        this.weights = weights;
        this.steps = steps;
        this.biases = biases;
    }

    /** The classes, sorted. */
    public List<String> labels() {
        return labels;
    }

    /** Number of features that have a weight. */
    public int featureCount() {
        return hashes.length;
    }

    /**
     * All classes with the probability that the text belongs to them, the likeliest first. The probabilities add up to 1; how far they can be
     * trusted is measured when the classifier is made. A text without known features gets the frequencies of the classes in training.
     */
    public List<Label> classify(String text) {
        var probabilities = probabilities(text);
        var result = new ArrayList<Label>();
        for (var i = 0; i < probabilities.length; i++) {
            result.add(new Label(labels.get(i), probabilities[i]));
        }
        result.sort(
                Comparator.comparingDouble(Label::score).reversed()); // stable: equal ones stay in order of their names
        return List.copyOf(result);
    }

    /** The likeliest class. */
    public Label best(String text) {
        return classify(text).get(0);
    }

    /**
     * Logarithm of the odds of the second class against the first.
     *
     * @throws IllegalStateException if there are more than two classes
     */
    public double logOdds(String text) {
        if (labels.size() != 2) {
            throw new IllegalStateException("odds need two classes, and there are " + labels.size() + ": " + labels);
        }
        return scores(text)[0];
    }

    /** The probability of each class. */
    double[] probabilities(String text) {
        return Probabilities.of(scores(text));
    }

    double[] scores(String text) {
        var columns = SparseRows.columns(features.of(text), hashes);
        var value = SparseRows.value(columns.length, unitLength);
        var scores = new double[weights.length];
        for (var i = 0; i < scores.length; i++) {
            var sum = 0L;
            for (var column : columns) {
                sum += weights[i][column];
            }
            scores[i] = sum * steps[i] * value + biases[i];
        }
        return scores;
    }

    /** Writes the file whole or not at all. */
    public void write(Path file) {
        FORMAT.write(file, this::writeTo);
    }

    /** The file as bytes; equal classifiers give equal bytes. */
    byte[] bytes() {
        return FORMAT.bytes(this::writeTo);
    }

    /**
     * Reads a file.
     *
     * @throws java.io.UncheckedIOException if it can't be read, is another kind of model, or is damaged
     */
    public static TextClassifier read(Path file) {
        return FORMAT.read(file, TextClassifier::readFrom);
    }

    /**
     * Reads the bytes of a file.
     *
     * @param source where they are from, for messages
     */
    public static TextClassifier read(String source, byte[] file) {
        return FORMAT.read(source, file, TextClassifier::readFrom);
    }

    private void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(labels.size());
        for (var label : labels) {
            out.writeUTF(label);
        }
        features.write(out);
        out.writeBoolean(unitLength);
        out.writeInt(hashes.length);
        var last = Integer.MIN_VALUE;
        for (var hash : hashes) {
            PackedNumbers.write(out, (long) hash - last);
            last = hash;
        }
        for (var i = 0; i < weights.length; i++) {
            out.writeDouble(steps[i]);
            out.writeDouble(biases[i]);
            for (var weight : weights[i]) {
                out.writeShort(weight);
            }
        }
    }

    private static TextClassifier readFrom(DataInputStream in) throws IOException {
        var count = bounded(in.readInt(), 2, MOST_LABELS, "number of classes");
        var labels = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            labels.add(in.readUTF());
        }
        var features = TextFeatures.read(in);
        var unitLength = in.readBoolean();
        var hashes = readHashes(in);
        var vectors = LogisticLoss.vectors(count);
        var steps = new double[vectors];
        var biases = new double[vectors];
        var weights = new short[vectors][hashes.length];
        for (var i = 0; i < vectors; i++) {
            steps[i] = in.readDouble();
            biases[i] = in.readDouble();
            for (var j = 0; j < hashes.length; j++) {
                weights[i][j] = in.readShort();
            }
        }
        return new TextClassifier(labels, features, unitLength, hashes, weights, steps, biases);
    }

    private static int[] readHashes(DataInputStream in) throws IOException {
        var hashes = new int[bounded(in.readInt(), 0, MOST_FEATURES, "number of features")];
        var last = (long) Integer.MIN_VALUE;
        for (var i = 0; i < hashes.length; i++) {
            last += PackedNumbers.read(in);
            if (last < Integer.MIN_VALUE || last > Integer.MAX_VALUE) {
                throw new IOException("it is damaged: feature " + i + " has no hash of 32 bits");
            }
            hashes[i] = (int) last;
        }
        return hashes;
    }

    private static int bounded(int value, int least, int most, String what) throws IOException {
        if (value < least || value > most) {
            throw new IOException(
                    "it is damaged: the " + what + " must be from " + least + " to " + most + ", got " + value);
        }
        return value;
    }
}
