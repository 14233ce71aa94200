package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Parameters;

/** Which score an attention uses, with the settings of its own. Each kind builds itself. */
public sealed interface ScoreConfig {

    /** The name in JSON, such as {@code scaled-dot}. */
    String type();

    /** Makes the score for queries of size H and encoder states of size M. */
    AttentionScore build(Parameters parameters, String name, int querySize, int stateSize);

    /** Whether it looks at what stands in the source. */
    default boolean isContentBased() {
        return true;
    }

    /** Whether queries and states must have the same size. */
    default boolean needsEqualSizes() {
        return false;
    }

    /**
     * {@link AdditiveScore}.
     *
     * @param size A, of the layer inside, at least 1
     * @param coverage whether it knows what was attended to before (Tu et al. 2016)
     */
    record Additive(int size, boolean coverage) implements ScoreConfig {
        public Additive {
            requireSize("additive", size);
        }

        @Override
        public String type() {
            return "additive";
        }

        @Override
        public AttentionScore build(Parameters parameters, String name, int querySize, int stateSize) {
            return new AdditiveScore(parameters, name, querySize, stateSize, size, coverage);
        }
    }

    /**
     * {@link ConcatScore}.
     *
     * @param size A, of the layer inside, at least 1
     */
    record Concat(int size) implements ScoreConfig {
        public Concat {
            requireSize("concat", size);
        }

        @Override
        public String type() {
            return "concat";
        }

        @Override
        public AttentionScore build(Parameters parameters, String name, int querySize, int stateSize) {
            return new ConcatScore(parameters, name, querySize, stateSize, size);
        }
    }

    /** {@link GeneralScore}. */
    record General() implements ScoreConfig {
        @Override
        public String type() {
            return "general";
        }

        @Override
        public AttentionScore build(Parameters parameters, String name, int querySize, int stateSize) {
            return new GeneralScore(parameters, name, querySize, stateSize);
        }
    }

    /** {@link DotScore#plain}. */
    record Dot() implements ScoreConfig {
        @Override
        public String type() {
            return "dot";
        }

        @Override
        public AttentionScore build(Parameters parameters, String name, int querySize, int stateSize) {
            return DotScore.plain();
        }

        @Override
        public boolean needsEqualSizes() {
            return true;
        }
    }

    /** {@link DotScore#scaled}. */
    record ScaledDot() implements ScoreConfig {
        @Override
        public String type() {
            return "scaled-dot";
        }

        @Override
        public AttentionScore build(Parameters parameters, String name, int querySize, int stateSize) {
            return DotScore.scaled(querySize);
        }

        @Override
        public boolean needsEqualSizes() {
            return true;
        }
    }

    /** {@link CosineScore}. */
    record Cosine() implements ScoreConfig {
        @Override
        public String type() {
            return "cosine";
        }

        @Override
        public AttentionScore build(Parameters parameters, String name, int querySize, int stateSize) {
            return new CosineScore(parameters, name, querySize, stateSize);
        }
    }

    /**
     * {@link LocationScore}.
     *
     * @param maximumLength of a source in pieces, its end marker counted, at least 1
     */
    record Location(int maximumLength) implements ScoreConfig {
        public Location {
            if (maximumLength < 1) {
                throw new IllegalArgumentException(
                        "maximumLength of the location score must be at least 1, got " + maximumLength);
            }
        }

        @Override
        public String type() {
            return "location";
        }

        @Override
        public AttentionScore build(Parameters parameters, String name, int querySize, int stateSize) {
            return new LocationScore(parameters, name, querySize, maximumLength);
        }

        @Override
        public boolean isContentBased() {
            return false;
        }
    }

    private static void requireSize(String type, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size of the " + type + " score must be at least 1, got " + size);
        }
    }
}
