package org.dragoman.corpora.vectors;

/**
 * Which terms of the training texts become columns.
 *
 * @param min in how many texts a term must be at least
 * @param max in how many texts a term may be at most
 * @param terms how many are kept, 1 or more: the most frequent, of those that are as frequent the first in the order of code points
 */
public record VocabularyLimits(Bound min, Bound max, int terms) {
    /** Every term. */
    public static final VocabularyLimits NONE = new VocabularyLimits(Bound.texts(1), Bound.share(1), Integer.MAX_VALUE);

    public VocabularyLimits {
        if (terms < 1) {
            throw new IllegalArgumentException("the number of terms must be at least 1, got " + terms);
        }
    }

    /** The same with another least number of texts. */
    public VocabularyLimits withMin(Bound other) {
        return new VocabularyLimits(other, max, terms);
    }

    /** The same with another greatest number of texts. */
    public VocabularyLimits withMax(Bound other) {
        return new VocabularyLimits(min, other, terms);
    }

    /** The same with another number of terms. */
    public VocabularyLimits withTerms(int number) {
        return new VocabularyLimits(min, max, number);
    }

    /**
     * A number of texts.
     *
     * @param value the number, a whole one, or the share of the training texts, 0 to 1
     * @param isShare which of the two it is
     */
    public record Bound(double value, boolean isShare) {
        public Bound {
            if (!(value >= 0 && (isShare ? value <= 1 : value == Math.rint(value)))) {
                throw new IllegalArgumentException(
                        isShare
                                ? "a share of texts must be from 0 to 1, got " + value
                                : "a number of texts must be whole and 0 or more, got " + value);
            }
        }

        /** So many texts. */
        public static Bound texts(int number) {
            return new Bound(number, false);
        }

        /** So large a share of the training texts. */
        public static Bound share(double share) {
            return new Bound(share, true);
        }

        double of(int texts) {
            return isShare ? value * texts : value;
        }
    }
}
