package org.dragoman.nmt.translate;

import org.dragoman.pipeline.Link;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns attention between pieces into attention between tokens: that of a target token to a source token is the attention that the pieces
 * of the former pay to the pieces of the latter, as the mean over the former and the sum over the latter.
 *
 * <p>Positions of the source that stand for no character, such as its end, belong to no token. What they draw is missing from a target
 * token's row, which therefore sums to 1 or less.
 */
final class TokenAttention {

    /** Links weaker than this say little and are left out. */
    private static final double FAINT = 0.1;

    private final List<Span> sourceTokens;
    private final List<Span> targetTokens;

    /** The tokens of both texts, in order and without overlap. */
    TokenAttention(List<Span> sourceTokens, List<Span> targetTokens) {
        this.sourceTokens = sourceTokens;
        this.targetTokens = targetTokens;
    }

    /**
     * The weights of all tokens.
     *
     * @param sourcePieces where the source's pieces lie in the source text, in order
     * @param targetPieces where the target's pieces lie in the target text, in order
     * @param attention for each target piece the weights of the source pieces and of what follows them
     * @return for each target token a row with the weight of each source token
     */
    double[][] weights(List<Span> sourcePieces, List<Span> targetPieces, float[][] attention) {
        var columns = overlapping(sourcePieces, sourceTokens);
        var rows = overlapping(targetPieces, targetTokens);
        var weights = new double[rows.size()][columns.size()];
        for (var target = 0; target < weights.length; target++) {
            for (var source = 0; source < weights[target].length; source++) {
                weights[target][source] = mean(attention, rows.get(target), columns.get(source));
            }
        }
        return weights;
    }

    /** Links the tokens of one segment, of which these are the pieces; see {@link #weights}. */
    List<Link> links(List<Span> sourcePieces, List<Span> targetPieces, float[][] attention) {
        var sources = covered(sourceTokens, sourcePieces);
        var targets = covered(targetTokens, targetPieces);
        var segment = new TokenAttention(
                sourceTokens.subList(sources.start(), sources.end()),
                targetTokens.subList(targets.start(), targets.end()));
        var weights = segment.weights(sourcePieces, targetPieces, attention);
        var links = new ArrayList<Link>();
        for (var target = 0; target < weights.length; target++) {
            for (var source = 0; source < weights[target].length; source++) {
                if (weights[target][source] >= FAINT) {
                    links.add(new Link(sources.start() + source, targets.start() + target, weights[target][source]));
                }
            }
        }
        return links;
    }

    /** The numbers of the tokens that some pieces, which are in order, reach. */
    private static Span covered(List<Span> tokens, List<Span> pieces) {
        if (pieces.isEmpty()) {
            return new Span(0, 0);
        }
        var first = firstEndingAfter(tokens, pieces.get(0).start());
        var end = first;
        while (end < tokens.size()
                && tokens.get(end).start() < pieces.get(pieces.size() - 1).end()) {
            end++;
        }
        return new Span(first, end);
    }

    private static int firstEndingAfter(List<Span> tokens, int position) {
        var low = 0;
        var high = tokens.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (tokens.get(middle).end() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** For each token the numbers of the pieces that lie in it, wholly or in part. */
    private static List<int[]> overlapping(List<Span> pieces, List<Span> tokens) {
        return tokens.stream()
                .map(token -> IntStream.range(0, pieces.size())
                        .filter(piece -> pieces.get(piece).overlaps(token))
                        .toArray())
                .toList();
    }

    private static double mean(float[][] attention, int[] rows, int... columns) {
        var sum = 0.0;
        for (var row : rows) {
            for (var column : columns) {
                sum += attention[row][column];
            }
        }
        return rows.length == 0 ? 0 : sum / rows.length;
    }
}
