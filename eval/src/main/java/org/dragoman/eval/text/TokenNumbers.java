package org.dragoman.eval.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for tokens, from 0 in the order in which they are added, so that equal tokens are found by comparing integers. */
final class TokenNumbers {
    /** Stands for a token that was never added; it is no token's number. */
    static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The numbers of tokens, of which new ones are added. */
    int[] add(List<String> tokens) {
        var result = new int[tokens.size()];
        for (var i = 0; i < result.length; i++) {
            var unseen = numbers.size();
            var number = numbers.putIfAbsent(tokens.get(i), unseen);
            result[i] = number == null ? unseen : number;
        }
        return result;
    }

    /** The numbers of tokens, {@link #UNKNOWN} for such as were not added. */
    int[] find(List<String> tokens) {
        var result = new int[tokens.size()];
        for (var i = 0; i < result.length; i++) {
            result[i] = numbers.getOrDefault(tokens.get(i), UNKNOWN);
        }
        return result;
    }
}
