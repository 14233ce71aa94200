package org.dragoman.eval;

import java.util.List;

/** Makes each code point but white space a token. */
final class TokenizerChar implements BleuTokenizer {

    @Override
    public String name() {
        return "char";
    }

    @Override
    public List<String> tokenize(String segment) {
        return segment.codePoints()
                .filter(c -> !WhiteSpace.contains(c))
                .mapToObj(Character::toString)
                .toList();
    }
}
