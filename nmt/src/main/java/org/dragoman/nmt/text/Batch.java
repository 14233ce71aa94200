package org.dragoman.nmt.text;

import java.util.Arrays;
import java.util.List;

/**
 * Sentence pairs as arrays that can become tensors. B is {@link #rows()}, S is {@link #sourceWidth()}, T is {@link #targetWidth()};
 * matrices lie row by row and are filled up with {@link Vocabulary#PADDING}. The arrays are handed out as they are: nobody may change
 * them.
 */
public final class Batch {
    private final SourceBatch sources;
    private final int targetWidth;
    private final long[] targetInput;
    private final long[] targetOutput;
    private final int[] targetLengths;

    /**
     * @param examples one or more, all with the same number of factors
     */
    public static Batch of(List<Example> examples) {
        return new Batch(examples);
    }

    private Batch(List<Example> examples) {
        sources = SourceBatch.of(examples.stream().map(Example::source).toList());
        targetLengths = examples.stream().mapToInt(Example::targetLength).toArray();
        targetWidth = Arrays.stream(targetLengths).max().orElseThrow();
        targetInput = new long[Math.multiplyExact(examples.size(), targetWidth)];
        targetOutput = new long[targetInput.length];
        for (int row = 0; row < examples.size(); row++) {
            fill(row * targetWidth, examples.get(row).target());
        }
    }

    private void fill(int start, int[] target) {
        targetInput[start] = Vocabulary.START;
        for (int t = 0; t < target.length; t++) {
            targetInput[start + t + 1] = target[t];
            targetOutput[start + t] = target[t];
        }
        targetOutput[start + target.length] = Vocabulary.END;
    }

    /** The sources alone, as a decoder needs them. */
    public SourceBatch sources() {
        return sources;
    }

    /** Sentence pairs, B. */
    public int rows() {
        return targetLengths.length;
    }

    /** Positions of the longest source, its end counted, S. */
    public int sourceWidth() {
        return sources.width();
    }

    /** Numbers of one source factor, (B, S); see {@link SourceBatch#ids}. */
    public long[] source(int factor) {
        return sources.ids(factor);
    }

    /** Positions of each source, its end counted, (B). */
    public int[] sourceLengths() {
        return sources.lengths();
    }

    /** Positions of the longest target, its end counted, T. */
    public int targetWidth() {
        return targetWidth;
    }

    /** What the decoder reads, (B, T): {@link Vocabulary#START}, then the target. */
    public long[] targetInput() {
        return targetInput;
    }

    /** What the decoder should say, (B, T): the target, then {@link Vocabulary#END}. */
    public long[] targetOutput() {
        return targetOutput;
    }

    /** Positions of each target, its end counted, (B). */
    public int[] targetLengths() {
        return targetLengths;
    }

    /** Positions of all targets that aren't padding, ends counted. */
    public int targetTokens() {
        return Arrays.stream(targetLengths).sum();
    }
}
