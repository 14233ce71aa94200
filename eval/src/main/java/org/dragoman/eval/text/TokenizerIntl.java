package org.dragoman.eval.text;

import static org.dragoman.eval.text.UnicodeCategory.NUMBER;
import static org.dragoman.eval.text.UnicodeCategory.PUNCTUATION;
import static org.dragoman.eval.text.UnicodeCategory.SYMBOL;

import java.util.BitSet;
import java.util.List;

/**
 * After mteval-v14.pl with its option for international text, and sacreBLEU, which unescapes no entities. A number at the end of a line
 * keeps its full stop, as it does there.
 */
final class TokenizerIntl implements BleuTokenizer {
    private static final BitSet MARKS = marks();

    @Override
    public String name() {
        return "intl";
    }

    @Override
    public List<String> tokenize(String segment) {
        var line = new CutLine(segment, MARKS::get);
        line.cutAroundAfter(c -> !NUMBER.contains(c), PUNCTUATION::contains);
        line.cutAroundBefore(PUNCTUATION::contains, c -> !NUMBER.contains(c));
        line.cutAround(SYMBOL::contains);
        return line.tokens();
    }

    private static BitSet marks() {
        var marks = PUNCTUATION.members();
        marks.or(SYMBOL.members());
        return marks;
    }
}
