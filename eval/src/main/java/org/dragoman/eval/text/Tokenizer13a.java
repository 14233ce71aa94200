package org.dragoman.eval.text;

import java.util.List;

/** After mteval-v13a.pl. */
final class Tokenizer13a implements BleuTokenizer {

    @Override
    public String name() {
        return "13a";
    }

    @Override
    public List<String> tokenize(String segment) {
        var text = segment.replace("<skipped>", "").replace("-\n", "").replace('\n', ' ');
        var line = new CutLine(unescape(text), WesternPunctuation::isMark);
        line.cutEnds();
        WesternPunctuation.cut(line);
        return line.tokens();
    }

    /** One after the other, so that {@code &amp;lt;} becomes {@code <}, as in the script. */
    static String unescape(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
    }
}
