package org.dragoman.annotators.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a training is.
 *
 * @param round rounds through the training data so far, from 1
 * @param rounds how many there will be at most
 * @param scores by name, in the order in which they are shown, such as {@code held-out UPOS accuracy}; a share is from 0 to 1
 */
public record Progress(int round, int rounds, Map<String, Double> scores) {
    public Progress {
        if (round < 1 || rounds < round) {
            throw new IllegalArgumentException("the round must be 1 to " + rounds + ", got " + round);
        }
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }
}
