package org.dragoman.annotators.training;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * Where the random numbers of a training come from: each use of them has a generator of its own, so that a change to one leaves the others
 * as they were.
 *
 * @param value any number
 */
public record Seed(long value) {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L; // odd, as in SplitMix64 (Steele et al. 2014)

    /**
     * A generator for one purpose. {@link Random}'s numbers are fixed by the Java platform's specification.
     *
     * @param purpose such as {@code order of sentences}
     */
    public Random random(String purpose) {
        var hash = new CRC32();
        hash.update(purpose.getBytes(StandardCharsets.UTF_8));
        return new Random(value * MULTIPLIER + hash.getValue());
    }
}
