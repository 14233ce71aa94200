package org.dragoman.nmt.train;

import org.dragoman.nmt.text.Example;
import org.dragoman.nmt.text.Vocabulary;

import java.util.Random;

/** Hides pieces by chance: what the network reads then is the unknown piece. */
final class WordDropout {

    private final Regularization config;
    private final Random random;

    WordDropout(Regularization config, Random random) {
        this.config = config;
        this.random = random;
    }

    /** The example as the encoder reads it; its end stays, and so do further factors. */
    Example source(Example example) {
        if (config.sourceWordDropout() == 0) {
            return example;
        }
        var factors = example.source().clone();
        factors[0] = factors[0].clone();
        for (var i = 0; i < factors[0].length - 1; i++) {
            if (random.nextDouble() < config.sourceWordDropout()) {
                factors[0][i] = Vocabulary.UNKNOWN;
            }
        }
        return new Example(factors, example.target());
    }

    /** What the decoder reads, row by row; starts and padding stay. */
    long[] target(long[] input) {
        if (config.targetWordDropout() == 0) {
            return input;
        }
        var varied = input.clone();
        for (var i = 0; i < varied.length; i++) {
            if (!Vocabulary.isSpecial((int) varied[i]) && random.nextDouble() < config.targetWordDropout()) {
                varied[i] = Vocabulary.UNKNOWN;
            }
        }
        return varied;
    }
}
