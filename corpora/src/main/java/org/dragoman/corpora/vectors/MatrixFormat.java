package org.dragoman.corpora.vectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.csv.CSVFormat;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.function.IntUnaryOperator;

/**
 * How a document-term matrix is written. Numbers are written so that the same double is read again, whole ones without a point; lines end
 * with a line feed.
 */
public enum MatrixFormat {
    /** Matrix Market's coordinate format, which scipy, R, Julia and Matlab read: rows and columns from 1; the terms are elsewhere. */
    MATRIX_MARKET {
        @Override
        public void write(SparseMatrix matrix, Vocabulary vocabulary, IntUnaryOperator labels, Writer out)
                throws IOException {
            out.write("%%MatrixMarket matrix coordinate real general\n");
            out.write(matrix.height() + " " + matrix.width() + " " + matrix.size() + "\n");
            for (var row = 0; row < matrix.height(); row++) {
                for (var i = matrix.rowStart(row); i < matrix.rowStart(row + 1); i++) {
                    out.write((row + 1) + " " + (matrix.column(i) + 1) + " " + number(matrix.value(i)) + "\n");
                }
            }
        }
    },

    /** SVMlight's and LIBSVM's: the label and the columns, from 1, with their numbers. */
    SVMLIGHT {
        @Override
        public void write(SparseMatrix matrix, Vocabulary vocabulary, IntUnaryOperator labels, Writer out)
                throws IOException {
            for (var row = 0; row < matrix.height(); row++) {
                out.write(Integer.toString(labels.applyAsInt(row)));
                for (var i = matrix.rowStart(row); i < matrix.rowStart(row + 1); i++) {
                    out.write(" " + (matrix.column(i) + 1) + ":" + number(matrix.value(i)));
                }
                out.write('\n');
            }
        }
    },

    /** A row for each number that is not zero: row of the matrix from 1, term, number; with a head. RFC 4180 but for the line ends. */
    CSV {
        @Override
        public void write(SparseMatrix matrix, Vocabulary vocabulary, IntUnaryOperator labels, Writer out)
                throws IOException {
            var csv = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get().print(out);
            csv.printRecord("row", "term", "value");
            for (var row = 0; row < matrix.height(); row++) {
                for (var i = matrix.rowStart(row); i < matrix.rowStart(row + 1); i++) {
                    csv.printRecord(row + 1, vocabulary.terms().get(matrix.column(i)), number(matrix.value(i)));
                }
            }
            csv.flush();
        }
    },

    /** A JSON object for each row: its terms with their numbers. */
    JSON_LINES {
        @Override
        public void write(SparseMatrix matrix, Vocabulary vocabulary, IntUnaryOperator labels, Writer out)
                throws IOException {
            for (var row = 0; row < matrix.height(); row++) {
                var terms = new LinkedHashMap<String, Number>();
                for (var i = matrix.rowStart(row); i < matrix.rowStart(row + 1); i++) {
                    var value = matrix.value(i);
                    terms.put(vocabulary.terms().get(matrix.column(i)), isWhole(value) ? (Number) (long) value : value);
                }
                out.write(JSON.writeValueAsString(terms) + "\n");
            }
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double LARGEST_WHOLE = 1e15; // below, a double holds every whole number

    /**
     * Writes a matrix.
     *
     * @param matrix rows of texts
     * @param vocabulary its columns
     * @param labels gives the class of a row, from 0, as a number; only SVMlight's format has a place for it
     * @param out left open
     */
    public abstract void write(SparseMatrix matrix, Vocabulary vocabulary, IntUnaryOperator labels, Writer out)
            throws IOException;

    private static String number(double value) {
        return isWhole(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE;
    }
}
