package org.dragoman.annotators.sequences;

import java.util.Arrays;

/**
 * The features of a sentence's words. Those that depend on the words alone are given as they are; those that depend on the tags before as
 * anchors, to be mixed with these tags.
 */
final class SentenceFeatures {
    private static final int ALL_DOMAINS = -1;

    private final int size;
    private final int[] ends; // of each word's features
    private int[] features = new int[256];
    private int count;
    private final int[][] anchors; // of features with the tag before
    private final int[][] longAnchors; // of features with the two tags before
    private int domain = ALL_DOMAINS;

    SentenceFeatures(int size) {
        this.size = size;
        this.ends = new int[size];
        this.anchors = new int[size][];
        this.longAnchors = new int[size][];
    }

    /** Number of words. */
    int size() {
        return size;
    }

    /** Adds a feature of the word that is being filled. */
    void add(int feature) {
        if (count == features.length) {
            features = Arrays.copyOf(features, 2 * count);
        }
        features[count++] = feature;
    }

    /** Ends a word; words are filled in order. */
    void end(int word, int[] withTag, int[] withTwoTags) {
        ends[word] = count;
        anchors[word] = withTag;
        longAnchors[word] = withTwoTags;
    }

    /** Gives up the room that isn't needed, for a sentence that is kept. */
    void trim() {
        features = Arrays.copyOf(features, count);
    }

    /** Adds the scores of a word's own features to those of each tag. */
    void score(int word, Weights weights, float[] scores) {
        for (var i = word == 0 ? 0 : ends[word - 1]; i < ends[word]; i++) {
            add(weights, scores, features[i]);
        }
    }

    /** The same for the features that depend on the tag before. */
    void scoreAfter(int word, int before, Weights weights, float[] scores) {
        for (var anchor : anchors[word]) {
            add(weights, scores, Hash.mix(anchor, before));
        }
    }

    /** The same for the features that depend on both tags before. */
    void scoreAfter(int word, int before, int beforeThat, Weights weights, float[] scores) {
        for (var anchor : longAnchors[word]) {
            add(weights, scores, Hash.mix(anchor, before, beforeThat));
        }
    }

    /** Makes each feature count twice: as it is, and as one of a domain alone (Daume 2007). Only for training. */
    void inDomain(int number) {
        domain = number;
    }

    /** The feature as one of a domain alone. */
    static int inDomain(int feature, int domain) {
        return Hash.mix(feature, domain);
    }

    /** Changes the weights of all features that a tag after two others has. */
    void update(int word, int before, int beforeThat, int tag, float change, AveragedWeights weights) {
        for (var i = word == 0 ? 0 : ends[word - 1]; i < ends[word]; i++) {
            update(weights, features[i], tag, change);
        }
        for (var anchor : anchors[word]) {
            update(weights, Hash.mix(anchor, before), tag, change);
        }
        for (var anchor : longAnchors[word]) {
            update(weights, Hash.mix(anchor, before, beforeThat), tag, change);
        }
    }

    private void add(Weights weights, float[] scores, int feature) {
        weights.addTo(scores, feature);
        if (domain != ALL_DOMAINS) {
            weights.addTo(scores, inDomain(feature, domain));
        }
    }

    private void update(AveragedWeights weights, int feature, int tag, float change) {
        weights.update(feature, tag, change);
        if (domain != ALL_DOMAINS) {
            weights.update(inDomain(feature, domain), tag, change);
        }
    }
}
