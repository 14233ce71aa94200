package org.dragoman.eval.text;

import org.dragoman.corpora.text.WhiteSpace;

import java.util.List;

/** Divides at white space only. */
final class TokenizerNone implements BleuTokenizer {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public List<String> tokenize(String segment) {
        return WhiteSpace.split(segment);
    }
}
