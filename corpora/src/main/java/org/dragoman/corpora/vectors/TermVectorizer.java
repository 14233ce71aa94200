package org.dragoman.corpora.vectors;

import java.util.Arrays;
import java.util.Iterator;

/**
 * Makes vectors of texts: a column for each term of a vocabulary that was learned from training texts, terms that it lacks left out.
 * Immutable, and as safe for many threads as the tokenizer of its terms.
 */
public final class TermVectorizer {
    private static final int FIRST_CAPACITY = 64;

    private final Terms terms;
    private final Weighting weighting;
    private final Vocabulary vocabulary;
    private final double[] idf; // by column

    /**
     * Uses a vocabulary that is there.
     *
     * @param terms what is counted, as when the vocabulary was learned
     * @param weighting how counts become numbers
     * @param vocabulary the columns
     */
    public TermVectorizer(Terms terms, Weighting weighting, Vocabulary vocabulary) {
        this.terms = terms;
        this.weighting = weighting;
        this.vocabulary = vocabulary;
        idf = new double[vocabulary.size()];
        Arrays.setAll(idf, column -> weighting.idf().of(vocabulary.texts(), vocabulary.textsWithTerm(column)));
    }

    /**
     * Learns a vocabulary from training texts, read once.
     *
     * @throws IllegalArgumentException if no term is left within the limits
     */
    public static TermVectorizer fit(
            Iterator<String> texts, Terms terms, VocabularyLimits limits, Weighting weighting) {
        var countsTexts = weighting.frequency() == Weighting.Frequency.BINARY;
        return new TermVectorizer(terms, weighting, Vocabulary.learn(texts, terms, limits, countsTexts));
    }

    /** The columns. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The vector of a text. */
    public SparseVector transform(String text) {
        var found = new Found();
        terms.forEach(text, term -> found.add(vocabulary.column(term)));
        return vector(found);
    }

    /** The vectors of texts below each other. */
    public SparseMatrix transform(Iterator<String> texts) {
        return SparseMatrix.of(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return texts.hasNext();
                    }

                    @Override
                    public SparseVector next() {
                        return transform(texts.next());
                    }
                },
                vocabulary.size());
    }

    /** The columns of a text's terms, in an array that grows. */
    private static final class Found {
        private int[] columns = new int[FIRST_CAPACITY];
        private int size;

        void add(int column) {
            if (column >= 0) {
                columns = size == columns.length ? Arrays.copyOf(columns, 2 * size) : columns;
                columns[size] = column;
                size++;
            }
        }
    }

    private SparseVector vector(Found found) {
        Arrays.sort(found.columns, 0, found.size);
        var columns = new int[found.size];
        var values = new double[found.size];
        var size = 0;
        for (var from = 0; from < found.size; ) {
            var column = found.columns[from];
            var to = from;
            while (to < found.size && found.columns[to] == column) {
                to++;
            }
            columns[size] = column;
            values[size] = weighting.frequency().of(to - from) * idf[column];
            size++;
            from = to;
        }
        var row = Arrays.copyOf(values, size);
        weighting.norm().divide(row);
        return new SparseVector(Arrays.copyOf(columns, size), row);
    }
}
