package org.dragoman.nmt.translate;

import org.dragoman.pipeline.Link;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns attention between pieces into links between tokens: the weight of a link is the attention that the pieces of the target
 * token pay to the pieces of the source token, as the mean over the former and the sum over the latter.
 */
final class TokenLinks {

    /** Links weaker than this say little and are left out. */
    private static final double FAINT = 0.1;

    private final List<Span> sourceTokens;
    private final List<Span> targetTokens;

    /** The tokens of both documents, in order. */
    TokenLinks(List<Span> sourceTokens, List<Span> targetTokens) {
        this.sourceTokens = sourceTokens;
        this.targetTokens = targetTokens;
    }

    /**
     * Links the tokens of one segment.
     *
     * @param sourcePieces where the source's pieces lie in the source document
     * @param targetPieces where the target's pieces lie in the target document
     * @param attention for each target piece the weights of the source pieces and of what follows them
     */
    List<Link> of(List<Span> sourcePieces, List<Span> targetPieces, float[][] attention) {
        var links = new ArrayList<Link>();
        for (var target : covered(targetTokens, targetPieces)) {
            var rows = overlapping(targetPieces, targetTokens.get(target));
            for (var source : covered(sourceTokens, sourcePieces)) {
                var columns = overlapping(sourcePieces, sourceTokens.get(source));
                var weight = mean(attention, rows, columns);
                if (weight >= FAINT) {
                    links.add(new Link(source, target, weight));
                }
            }
        }
        return links;
    }

    /** The numbers of the tokens that some pieces, which are in order, reach. */
    private static int[] covered(List<Span> tokens, List<Span> pieces) {
        if (pieces.isEmpty()) {
            return new int[0];
        }
        var all = new Span(pieces.get(0).start(), pieces.get(pieces.size() - 1).end());
        var first = firstEndingAfter(tokens, all.start());
        return IntStream.range(first, tokens.size())
                .takeWhile(token -> tokens.get(token).start() < all.end())
                .toArray();
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

    private static int[] overlapping(List<Span> pieces, Span token) {
        return IntStream.range(0, pieces.size())
                .filter(piece -> pieces.get(piece).overlaps(token))
                .toArray();
    }

    private static double mean(float[][] attention, int[] rows, int[] columns) {
        var sum = 0.0;
        for (var row : rows) {
            for (var column : columns) {
                sum += attention[row][column];
            }
        }
        return rows.length == 0 ? 0 : sum / rows.length;
    }
}
