package org.dragoman.eval.text;

import org.dragoman.eval.Decimals;

/**
 * What BLEU does where no n-gram of an order matches, so that one such order does not make the score 0. The methods are numbered as in Chen
 * and Cherry 2014 (A Systematic Comparison of Smoothing Techniques for Sentence-Level BLEU). None helps where nothing matches at all.
 */
public sealed interface BleuSmoothing {

    /** Name in signatures, such as {@code floor[0.10]}. */
    String name();

    /** What is added to matches and totals of orders above 1. */
    default double addend() {
        return 0;
    }

    /** Matches to reckon with for the k-th order (k from 1) of those that have none. */
    double insteadOfZero(int k);

    /** The score stays 0. */
    record None() implements BleuSmoothing {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public double insteadOfZero(int k) {
            return 0;
        }
    }

    /** Method 3, that of NIST's mteval: the k-th order without a match has 1/2^k matches. The default of sacreBLEU. */
    record Exponential() implements BleuSmoothing {
        @Override
        public String name() {
            return "exp";
        }

        @Override
        public double insteadOfZero(int k) {
            return Math.scalb(1.0, -k);
        }
    }

    /**
     * Method 1: an order without a match has {@code matches} matches.
     *
     * @param matches 0 or more; 0.1 in the paper
     */
    record Floor(double matches) implements BleuSmoothing {
        public Floor {
            check(matches, "matches of floor smoothing");
        }

        @Override
        public String name() {
            return "floor[" + Decimals.fixed(matches, 2) + "]";
        }

        @Override
        public double insteadOfZero(int k) {
            return matches;
        }
    }

    /**
     * Method 2, after Lin and Och 2004: {@code k} is added to the matches and the total of each order above 1.
     *
     * @param k 0 or more; 1 in the paper
     */
    record AddK(double k) implements BleuSmoothing {
        public AddK {
            check(k, "k of add-k smoothing");
        }

        @Override
        public String name() {
            return "add-k[" + Decimals.fixed(k, 2) + "]";
        }

        @Override
        public double addend() {
            return k;
        }

        @Override
        public double insteadOfZero(int zeros) {
            return 0;
        }
    }

    private static void check(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the " + name + " must be 0 or more, got " + value);
        }
    }
}
