package org.dragoman.corpora.vectors;

/**
 * How the terms of a text become numbers: a term's frequency in the text, times its inverse document frequency, and the row brought to a
 * length. Formulas are those of scikit-learn's {@code TfidfVectorizer}.
 *
 * @param frequency how often counts in one text
 * @param idf how rare counts among the training texts
 * @param norm what length a row gets
 */
public record Weighting(Frequency frequency, Idf idf, Norm norm) {
    /** Plain counts. */
    public static final Weighting COUNTS = new Weighting(Frequency.COUNT, Idf.NONE, Norm.NONE);

    /** TF-IDF as scikit-learn computes it by default. */
    public static final Weighting TF_IDF = new Weighting(Frequency.COUNT, Idf.SMOOTH, Norm.L2);

    /** What becomes of the number of times n that a term is in a text. */
    public enum Frequency {
        /** n. */
        COUNT,
        /** 1; also where a vocabulary is limited to frequent terms, which are then those in the most texts. */
        BINARY,
        /** 1 + ln n. */
        SUBLINEAR;

        double of(int count) {
            return switch (this) {
                case COUNT -> count;
                case BINARY -> 1;
                case SUBLINEAR -> 1 + Math.log(count);
            };
        }
    }

    /** What a term counts that is in d of N training texts. */
    public enum Idf {
        /** 1. */
        NONE,
        /** ln((1 + N) / (1 + d)) + 1, as if one text more had every term once. */
        SMOOTH,
        /** ln(N / d) + 1. */
        PLAIN;

        double of(int texts, int withTerm) {
            return switch (this) {
                case NONE -> 1;
                case SMOOTH -> Math.log((1.0 + texts) / (1.0 + withTerm)) + 1;
                case PLAIN -> Math.log((double) texts / withTerm) + 1;
            };
        }
    }

    /** What a row is divided by; a row of zeros stays as it is. */
    public enum Norm {
        /** 1. */
        NONE,
        /** The sum of its numbers. */
        L1,
        /** The square root of the sum of their squares, so that the product of two rows is the cosine of their angle. */
        L2;

        void divide(double... row) {
            var length = 0.0;
            for (var value : row) {
                length += this == L2 ? value * value : value;
            }
            length = this == L2 ? Math.sqrt(length) : length;
            if (this != NONE && length > 0) {
                for (var i = 0; i < row.length; i++) {
                    row[i] /= length;
                }
            }
        }
    }
}
