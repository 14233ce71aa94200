package org.dragoman.annotators.tokens;

import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.tokenize.TokenContextGenerator;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/** Asks a tokenizer model of OpenNLP, which looks at the whole piece. */
final class OpenNlpTokenBorder implements TokenBorder {
    private final MaxentModel model;
    private final TokenContextGenerator contexts;

    OpenNlpTokenBorder(TokenizerModel model) {
        this.model = model.getMaxentModel();
        this.contexts = model.getFactory().getContextGenerator();
    }

    @Override
    public boolean isAt(Piece piece, int start, int index) {
        var outcomes = model.eval(contexts.getContext(piece.text(), index));
        return TokenizerME.SPLIT.equals(model.getBestOutcome(outcomes));
    }
}
