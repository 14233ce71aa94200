package org.dragoman.eval;

import static org.dragoman.eval.UnicodeCategory.NUMBER;
import static org.dragoman.eval.UnicodeCategory.PUNCTUATION;
import static org.dragoman.eval.UnicodeCategory.SYMBOL;

import java.util.List;

/**
 * After mteval-v14.pl with its option for international text, and sacreBLEU, which unescapes no entities. A number at the end of a line
 * keeps its full stop, as it does there.
 */
final class TokenizerIntl implements BleuTokenizer {

    @Override
    public String name() {
        return "intl";
    }

    @Override
    public List<String> tokenize(String segment) {
        var text = Spacing.aroundSecond(segment, c -> !NUMBER.contains(c), PUNCTUATION::contains);
        text = Spacing.aroundFirst(text, PUNCTUATION::contains, c -> !NUMBER.contains(c));
        text = Spacing.around(text, SYMBOL::contains);
        return WhiteSpace.split(text);
    }
}
