package org.dragoman.annotators.tokens;

import org.dragoman.annotators.linear.Features;
import org.dragoman.annotators.linear.LinearModel;
import org.dragoman.annotators.models.BinaryFormat;

import java.io.DataInput;
import java.io.IOException;

/**
 * A border learned from a treebank.
 *
 * @param weights of the features of a place; class 1 is the end of a token
 */
record LearnedTokenBorder(LinearModel weights) implements TokenBorder {
    static final BinaryFormat FORMAT = new BinaryFormat("tokens", 1);

    static LearnedTokenBorder read(DataInput in) throws IOException {
        return new LearnedTokenBorder(LinearModel.read(in));
    }

    @Override
    public boolean isAt(Piece piece, int start, int index) {
        if (!BorderFeatures.isCandidate(piece.text(), index)) {
            return false;
        }
        var features = new Features();
        BorderFeatures.fill(features, piece, start, index);
        return weights.margin(features) > 0;
    }
}
