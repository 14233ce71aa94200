package org.dragoman.nmt.translate;

import org.dragoman.nmt.text.Subwords;
import org.dragoman.pipeline.Span;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the pieces and words of a translation lie in its text. */
final class TargetText {

    private TargetText() {}

    /** Returns the span of each piece in the text that {@link Subwords#join} makes of all. */
    static List<Span> pieceSpans(Subwords subwords, List<String> pieces) {
        var text = subwords.join(pieces);
        var spans = new ArrayList<Span>();
        var start = 0;
        for (var count = 1; count <= pieces.size(); count++) {
            var end = Math.max(
                    start,
                    Math.min(
                            text.length(),
                            subwords.join(pieces.subList(0, count)).length()));
            while (start < end && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            spans.add(new Span(start, end));
            start = end;
        }
        return spans;
    }

    /** Returns the words, numbers and signs of a text, by the rules of Unicode (UAX #29) as the JDK has them. */
    static List<Span> tokens(String text, String language) {
        var breaks = BreakIterator.getWordInstance(Locale.forLanguageTag(language));
        breaks.setText(text);
        var tokens = new ArrayList<Span>();
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            if (!text.substring(start, end).isBlank()) {
                tokens.add(new Span(start, end));
            }
        }
        return tokens;
    }
}
