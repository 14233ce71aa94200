package org.dragoman.annotators.sequences;

import java.util.Arrays;

/**
 * Finds tags from left to right and keeps the best few beginnings. Of beginnings that end in the same two tags only the best is kept, as no
 * feature looks further back; so nothing is lost where the beam is wide enough.
 *
 * <p>For one sentence and one thread.
 */
final class BeamSearch {
    private final Weights weights;
    private final TagSet tags;
    private final int width;
    private final float margin;
    private final SentenceFeatures features;
    private final int none; // what stands for the tag before the first word
    private final float[] own; // scores of tags by the word alone
    private final float[][] after; // the same with those after a tag, for tags that are in the beam
    private final boolean[] isKnown; // whether they are there for this word
    private final float[] all;

    // The beam after each word, best first: tag, index of the hypothesis before, score.
    private final int[][] tagOf;
    private final int[][] backOf;
    private final float[][] scoreOf;

    BeamSearch(Weights weights, TagSet tags, int width, SentenceFeatures features) {
        this(weights, tags, width, Float.POSITIVE_INFINITY, features);
    }

    /**
     * A search that gives up some beginnings early.
     *
     * @param width how many beginnings are kept
     * @param margin those that score so much less than the best are not
     */
    BeamSearch(Weights weights, TagSet tags, int width, float margin, SentenceFeatures features) {
        this.weights = weights;
        this.tags = tags;
        this.width = width;
        this.margin = margin;
        this.features = features;
        this.none = tags.size();
        this.own = new float[tags.size()];
        this.after = new float[tags.size() + 1][];
        this.isKnown = new boolean[tags.size() + 1];
        this.all = new float[tags.size()];
        this.tagOf = new int[features.size()][];
        this.backOf = new int[features.size()][];
        this.scoreOf = new float[features.size()][];
    }

    /** Goes on by one word; words come in order. */
    void advance(int word) {
        Arrays.fill(own, 0);
        features.score(word, weights, own);
        Arrays.fill(isKnown, false);
        var beam = new Beam(width);
        var hypotheses = word == 0 ? 1 : tagOf[word - 1].length;
        for (var h = 0; h < hypotheses; h++) {
            extend(word, h, beam);
        }
        var kept = beam.within(margin);
        tagOf[word] = Arrays.copyOf(beam.tags, kept);
        backOf[word] = Arrays.copyOf(beam.backs, kept);
        scoreOf[word] = Arrays.copyOf(beam.scores, kept);
    }

    private void extend(int word, int hypothesis, Beam beam) {
        var before = word == 0 ? none : tagOf[word - 1][hypothesis];
        var base = word == 0 ? 0 : scoreOf[word - 1][hypothesis];
        System.arraycopy(scoresAfter(word, before), 0, all, 0, all.length);
        features.scoreAfter(word, before, tagBefore(word - 1, hypothesis), weights, all);
        for (var tag = 0; tag < all.length; tag++) {
            if (tags.mayFollow(before, tag) && beam.takes(base + all[tag])) {
                beam.add(tag, hypothesis, before, base + all[tag]);
            }
        }
    }

    private float[] scoresAfter(int word, int before) {
        if (!isKnown[before]) {
            after[before] = after[before] == null ? new float[own.length] : after[before];
            System.arraycopy(own, 0, after[before], 0, own.length);
            features.scoreAfter(word, before, weights, after[before]);
            isKnown[before] = true;
        }
        return after[before];
    }

    private int tagBefore(int word, int hypothesis) {
        return word <= 0 ? none : tagOf[word - 1][backOf[word][hypothesis]];
    }

    /** Score of the best beginning that ends with this word. */
    float bestScore(int word) {
        return scoreOf[word][0];
    }

    /** The tags of the best beginning that ends with this word. */
    int[] best(int word) {
        var path = new int[word + 1];
        var hypothesis = 0;
        for (var i = word; i >= 0; i--) {
            path[i] = tagOf[i][hypothesis];
            hypothesis = backOf[i][hypothesis];
        }
        return path;
    }

    /** Score of one word's tag after two others. */
    float score(int word, int before, int beforeThat, int tag) {
        Arrays.fill(own, 0);
        features.score(word, weights, own);
        features.scoreAfter(word, before, weights, own);
        features.scoreAfter(word, before, beforeThat, weights, own);
        return own[tag];
    }

    /** The best tags of the whole sentence. */
    int[] search() {
        for (var word = 0; word < features.size(); word++) {
            advance(word);
        }
        return features.size() == 0 ? new int[0] : best(features.size() - 1);
    }

    /** The best few hypotheses that end with one word, best first. */
    private static final class Beam {
        private final int[] tags;
        private final int[] backs;
        private final int[] befores;
        private final float[] scores;
        private int size;

        Beam(int width) {
            tags = new int[width];
            backs = new int[width];
            befores = new int[width];
            scores = new float[width];
        }

        boolean takes(float score) {
            return size < scores.length || score > scores[size - 1];
        }

        /** How many score at most so much less than the best. */
        int within(float margin) {
            var kept = size;
            while (kept > 1 && scores[kept - 1] < scores[0] - margin) {
                kept--;
            }
            return kept;
        }

        /** Adds one that fits, in its place; of equals, the first stays in front. */
        void add(int tag, int back, int before, float score) {
            var same = 0;
            while (same < size && (tags[same] != tag || befores[same] != before)) {
                same++;
            }
            if (same < size && scores[same] >= score) {
                return;
            }
            var place = same < size ? same : Math.min(size, scores.length - 1);
            size = same < size ? size : Math.min(size + 1, scores.length);
            while (place > 0 && scores[place - 1] < score) {
                move(place - 1, place);
                place--;
            }
            tags[place] = tag;
            backs[place] = back;
            befores[place] = before;
            scores[place] = score;
        }

        private void move(int from, int to) {
            tags[to] = tags[from];
            backs[to] = backs[from];
            befores[to] = befores[from];
            scores[to] = scores[from];
        }
    }
}
