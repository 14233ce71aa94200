package org.dragoman.corpora.format;

import org.dragoman.corpora.TagScheme;
import org.dragoman.corpora.TaggedSentence;

/** Sentences as lines of a token, a TAB and a tag, with an empty line behind each. */
final class TaggedColumns {
    private TaggedColumns() {}

    /** The sentence with its tags as they are. */
    static String text(TaggedSentence sentence) throws UnholdableTextException {
        checkTokens(sentence);
        var text = new StringBuilder();
        for (var i = 0; i < sentence.tokens().size(); i++) {
            text.append(column(sentence.tokens().get(i), "token", i, TextLimit.COLUMN))
                    .append('\t')
                    .append(full(sentence.tags().get(i), "tag", i, TextLimit.LAST_COLUMN))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    /** The sentence with its IOB2 tags turned into those of a scheme. */
    static String text(TaggedSentence sentence, TagScheme scheme) throws UnholdableTextException {
        var tags = sentence.tags();
        for (var i = 0; i < tags.size(); i++) {
            if (!TagScheme.IOB2.knows(tags.get(i))) {
                throw notIob2(i, tags.get(i));
            }
        }
        var fault = TagScheme.IOB2.firstFault(tags);
        if (fault.isPresent()) {
            throw notIob2(fault.getAsInt(), tags.get(fault.getAsInt()));
        }
        var spans = TagScheme.IOB2.spans(tags);
        return text(new TaggedSentence(sentence.tokens(), scheme.tags(spans, tags.size())));
    }

    private static UnholdableTextException notIob2(int token, String tag) {
        return new UnholdableTextException("token " + (token + 1) + " of the sentence has the tag \"" + tag
                + "\", which doesn't follow IOB2; read the text by the scheme that it has, or write it as tags");
    }

    static void checkTokens(TaggedSentence sentence) throws UnholdableTextException {
        if (sentence.tokens().isEmpty()) {
            throw new UnholdableTextException(
                    "the sentence has no token, and columns have no form for that; leave it out");
        }
    }

    /** A token or tag that is read back only if it is not empty. */
    static String full(String text, String what, int index, TextLimit limit) throws UnholdableTextException {
        if (text.isEmpty()) {
            throw new UnholdableTextException(what + " " + (index + 1)
                    + " of the sentence is empty, and the format has no form for that; correct the text");
        }
        return column(text, what, index, limit);
    }

    /** A token that is read back as it is. */
    private static String column(String text, String what, int index, TextLimit limit) throws UnholdableTextException {
        var name = what + " " + (index + 1) + " of the sentence";
        if (text.startsWith("# ")) {
            throw new UnholdableTextException(name + " begins with a number sign and a space, as a comment does: \""
                    + TextLimit.excerpt(text) + "\"; correct the text");
        }
        return limit.checked(name, text);
    }
}
