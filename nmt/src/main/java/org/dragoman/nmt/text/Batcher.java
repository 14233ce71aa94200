package org.dragoman.nmt.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Puts examples of like lengths together in batches, in a new random order each epoch.
 *
 * <p>The order is a function of seed and epoch alone, so two numbers, the epoch and the batches done in it, are all that
 * a run needs to go on. Safe for use by many threads.
 */
public final class Batcher {
    private static final long SPREAD =
            0x9E3779B97F4A7C15L; // neighbouring epochs get distant seeds (Steele et al. 2014)
    private static final int POSITION_BITS = 32;
    private static final int LONGEST_SORTED = (1 << 15) - 1; // longer ones count as this long in the order only

    private final List<Example> examples;
    private final int tokensPerBatch;
    private final long seed;

    /**
     * @param examples the training set, all with the same number of factors
     * @param tokensPerBatch most positions of a batch on its wider side, padding counted: rows times the longest source or target,
     *     ends counted; an example that is longer alone is a batch of its own
     */
    public Batcher(List<Example> examples, int tokensPerBatch, long seed) {
        if (tokensPerBatch < 1) {
            throw new IllegalArgumentException("a batch must have room for at least 1 token, got " + tokensPerBatch);
        }
        this.examples = List.copyOf(examples);
        this.tokensPerBatch = tokensPerBatch;
        this.seed = seed;
    }

    /**
     * Returns the batches of an epoch in their order, each as the places of its examples in the list; every example is in one batch.
     *
     * @param epoch 0 or more
     */
    public List<int[]> plan(int epoch) {
        if (epoch < 0) {
            throw new IllegalArgumentException("the epoch must be 0 or more, got " + epoch);
        }
        var random = new Random(seed ^ SPREAD * epoch);
        var batches = cut(sorted(shuffled(random)));
        Collections.shuffle(batches, random);
        return batches;
    }

    /**
     * Returns the batch of examples at some places of the list.
     *
     * @param indices one batch of a {@link #plan}, or any other places
     */
    public Batch batch(int[] indices) {
        return Batch.of(Arrays.stream(indices).mapToObj(examples::get).toList());
    }

    private int[] shuffled(Random random) {
        var order = IntStream.range(0, examples.size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** Sorts by the lengths of both sides; equal ones stay in their order. */
    private int[] sorted(int[] order) {
        var keys = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            keys[i] = lengthKey(examples.get(order[i])) << POSITION_BITS | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> order[(int) key]).toArray();
    }

    /**
     * The longer side, which decides how many rows fit, then how much longer the target is than the source: rising with every other
     * longer side and falling with the rest, so that neighbours stay alike where one ends and the next starts.
     */
    private static long lengthKey(Example example) {
        int source = Math.min(example.sourceLength(), LONGEST_SORTED);
        int target = Math.min(example.targetLength(), LONGEST_SORTED);
        int longer = Math.max(source, target);
        int difference = longer % 2 == 0 ? target - source : source - target;
        return (long) longer << 16 | difference + LONGEST_SORTED;
    }

    private List<int[]> cut(int[] order) {
        var batches = new ArrayList<int[]>();
        int start = 0;
        int width = 0;
        for (int i = 0; i < order.length; i++) {
            var example = examples.get(order[i]);
            int longer = Math.max(example.sourceLength(), example.targetLength());
            width = Math.max(width, longer);
            if (i > start && (long) width * (i + 1 - start) > tokensPerBatch) {
                batches.add(Arrays.copyOfRange(order, start, i));
                start = i;
                width = longer;
            }
        }
        if (start < order.length) {
            batches.add(Arrays.copyOfRange(order, start, order.length));
        }
        return batches;
    }
}
