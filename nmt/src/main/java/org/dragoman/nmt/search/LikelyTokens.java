package org.dragoman.nmt.search;

import org.dragoman.nmt.tensor.Tensor;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The likeliest next tokens of each row. Tokens without any probability are left out.
 *
 * <p>The native selection is much faster than reading all probabilities, but leaves open which of several equal values at its
 * boundary it returns. Such a row, and only such a row, is read as a whole, so that the choice is always that of the lower id.
 */
final class LikelyTokens {

    private static final Comparator<Token> LIKELIEST =
            Comparator.comparingDouble((Token token) -> -token.logProbability()).thenComparingInt(Token::id);

    /** A token and its natural log-probability. */
    record Token(int id, float logProbability) {}

    private final Tensor logProbabilities;
    private final int count;
    private final Set<Integer> never;
    private final int columns;
    private final float[] values;
    private final long[] ids;

    /**
     * Selects.
     *
     * @param logits (R, V)
     * @param count tokens wanted for each row
     * @param never ids that are left out
     */
    LikelyTokens(Tensor logits, int count, Set<Integer> never) {
        this.logProbabilities = logits.logSoftmax(-1);
        this.count = count;
        this.never = never;
        this.columns = (int) Math.min(logits.size(1), count + never.size() + 1L);
        var top = logProbabilities.topK(columns);
        this.values = top.values().toFloats();
        this.ids = top.indices().toLongs();
    }

    /** Whether a row's probabilities are numbers. */
    boolean isDefined(int row) {
        return !Float.isNaN(values[row * columns]); // the selection puts NaN before all numbers
    }

    /** At most as many tokens as wanted, likeliest first; of equal ones the lower id first. */
    List<Token> of(int row) {
        if (columns == logProbabilities.size(1)) {
            return best(selected(row));
        }
        var boundary = values[(row + 1) * columns - 1];
        var beyondDoubt = best(selected(row).filter(token -> token.logProbability > boundary));
        return beyondDoubt.size() == count ? beyondDoubt : best(all(row));
    }

    private List<Token> best(Stream<Token> tokens) {
        return tokens.filter(token -> token.logProbability > Float.NEGATIVE_INFINITY && !never.contains(token.id))
                .sorted(LIKELIEST)
                .limit(count)
                .toList();
    }

    private Stream<Token> selected(int row) {
        return IntStream.range(row * columns, (row + 1) * columns)
                .mapToObj(place -> new Token(Math.toIntExact(ids[place]), values[place]));
    }

    private Stream<Token> all(int row) {
        var whole = logProbabilities.slice(0, row, row + 1).toFloats();
        return IntStream.range(0, whole.length).mapToObj(id -> new Token(id, whole[id]));
    }
}
