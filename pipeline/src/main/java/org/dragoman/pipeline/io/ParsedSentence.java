package org.dragoman.pipeline.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sentence of a CoNLL-U file; it has at least one token. */
record ParsedSentence(ConlluSentence extras, List<ParsedToken> tokens) {
    boolean startsDocument() {
        return extras.comments().stream().anyMatch(ConlluComments::isNewDocument);
    }

    Optional<String> documentId() {
        return extras.comments().stream()
                .flatMap(line -> ConlluComments.documentId(line).stream())
                .findFirst();
    }

    /** What stands before this sentence if the one before doesn't say. */
    String usualGapBefore() {
        return ConlluComments.gapBefore(extras.comments());
    }

    /** What stands after the last token, as far as it says. */
    Optional<String> gapAfter() {
        var misc = tokens.get(tokens.size() - 1).misc();
        return misc.get(Misc.SPACES_AFTER)
                .or(() -> misc.get(Misc.SPACE_AFTER).filter("No"::equals).map(no -> ""));
    }

    /** What stands before each token but the first. */
    List<String> innerGaps() {
        var text = extras.comments().stream()
                .flatMap(line -> ConlluComments.textIn(line).stream())
                .findFirst();
        return text.isPresent() ? gapsIn(text.get()) : gapsWithoutText();
    }

    private List<String> gapsWithoutText() {
        return tokens.subList(0, tokens.size() - 1).stream()
                .map(token -> token.misc()
                        .get(Misc.SPACES_AFTER)
                        .orElseGet(() -> token.misc()
                                .get(Misc.SPACE_AFTER)
                                .filter("No"::equals)
                                .map(no -> "")
                                .orElse(" ")))
                .toList();
    }

    /** Walks along the text of the sentence from form to form. */
    private List<String> gapsIn(String text) {
        var gaps = new ArrayList<String>();
        var end = 0;
        for (var i = 0; i < tokens.size(); i++) {
            var start = find(tokens.get(i), text, end);
            if (i > 0) {
                var seen = text.substring(end, start);
                gaps.add(tokens.get(i - 1).misc().get(Misc.SPACES_AFTER).orElse(seen));
            }
            end = start + tokens.get(i).form().length();
        }
        if (!text.substring(end).isBlank()) {
            throw tokens.get(tokens.size() - 1)
                    .line()
                    .wrong("the comment \"# text\" goes on with \"" + text.substring(end)
                            + "\" after the last token; correct one of the two");
        }
        return gaps;
    }

    private static int find(ParsedToken token, String text, int from) {
        var start = from;
        while (!text.startsWith(token.form(), start)) {
            if (start == text.length() || !isSpace(text.charAt(start))) {
                throw token.line()
                        .wrong("token \"" + token.form() + "\" is not what the comment \"# text\" has at character "
                                + start + ", \"" + text.substring(start, Math.min(text.length(), start + 20))
                                + "\"; correct one of the two");
            }
            start++;
        }
        return start;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
