package org.dragoman.eval;

import java.util.List;

/** After mteval-v13a.pl. */
final class Tokenizer13a implements BleuTokenizer {

    @Override
    public String name() {
        return "13a";
    }

    @Override
    public List<String> tokenize(String segment) {
        var line = segment.replace("<skipped>", "").replace("-\n", "").replace('\n', ' ');
        return WesternPunctuation.split(" " + unescape(line) + " ");
    }

    /** One after the other, so that {@code &amp;lt;} becomes {@code <}, as in the script. */
    private static String unescape(String line) {
        if (line.indexOf('&') < 0) {
            return line;
        }
        return line.replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
    }
}
