package org.dragoman.eval.text;

import org.dragoman.corpora.text.WhiteSpace;

import java.util.ArrayList;
import java.util.List;

/** Makes each code point but white space a token. */
final class TokenizerChar implements BleuTokenizer {

    @Override
    public String name() {
        return "char";
    }

    @Override
    public List<String> tokenize(String segment) {
        var tokens = new ArrayList<String>(segment.length());
        for (var i = 0; i < segment.length(); ) {
            var c = segment.codePointAt(i);
            if (!WhiteSpace.contains(c)) {
                tokens.add(Character.toString(c));
            }
            i += Character.charCount(c);
        }
        return tokens;
    }
}
