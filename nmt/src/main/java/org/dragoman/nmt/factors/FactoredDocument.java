package org.dragoman.nmt.factors;

import org.dragoman.nmt.text.Piece;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;

import java.util.List;
import java.util.stream.IntStream;

/** A document whose factors have been looked up, so that the pieces of one sentence after the other can be given their values. */
public final class FactoredDocument {

    private final List<Span> tokens;
    private final List<PieceValues> factors;

    private FactoredDocument(List<Span> tokens, List<PieceValues> factors) {
        this.tokens = tokens;
        this.factors = factors;
    }

    /**
     * Looks the factors of a document up.
     *
     * @throws IllegalArgumentException if it lacks layers that they need
     */
    public static FactoredDocument of(FactorConfig config, Document document) {
        if (config.isEmpty()) {
            return new FactoredDocument(List.of(), List.of());
        }
        var missing = config.missing(document);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the source factors need the layers " + config.requires()
                    + ", and the document '" + document.id() + "' lacks " + missing);
        }
        return new FactoredDocument(
                document.get(Layers.TOKENS),
                config.factors().stream().map(factor -> factor.of(document)).toList());
    }

    /**
     * Returns the value of each piece for each factor, {@link PieceValues#NONE} for a piece outside of all tokens.
     *
     * @param pieces of a sentence, in order; their spans point into the document
     */
    List<List<String>> values(List<Piece> pieces) {
        return values(PieceTokens.of(pieces, tokens));
    }

    /** The same of tokens as wholes. */
    List<List<String>> ofTokens() {
        return values(IntStream.range(0, tokens.size()).toArray());
    }

    private List<List<String>> values(int... tokensOfPieces) {
        return factors.stream()
                .map(factor -> IntStream.range(0, tokensOfPieces.length)
                        .mapToObj(piece -> factor.value(tokensOfPieces, piece))
                        .toList())
                .toList();
    }
}
