package org.dragoman.corpora.format;

import org.dragoman.corpora.TaggedSentence;

import java.util.List;

/** Tagged sentences as CoNLL-U in which all columns but the words and their tags are empty. */
final class TreebankText {
    private static final String EMPTY = "_";

    private TreebankText() {}

    static String of(TaggedSentence sentence, long number, TaggedSettings.TreebankTag column)
            throws UnholdableTextException {
        TaggedColumns.checkTokens(sentence);
        var text = new StringBuilder("# sent_id = " + number + "\n# text = " + comment(sentence.tokens()) + "\n");
        for (var i = 0; i < sentence.tokens().size(); i++) {
            var form = TaggedColumns.full(sentence.tokens().get(i), "token", i, TextLimit.COLUMN);
            var tag = TaggedColumns.full(sentence.tags().get(i), "tag", i, TextLimit.COLUMN);
            var isUniversal = column == TaggedSettings.TreebankTag.UPOS;
            if (isUniversal && !TreebankSentences.isUniversal(tag)) {
                throw new UnholdableTextException("token " + (i + 1) + " of the sentence has the tag \"" + tag
                        + "\", which is no universal part of speech; let tags be written as XPOS");
            }
            text.append(String.join(
                            "\t",
                            String.valueOf(i + 1),
                            form,
                            EMPTY,
                            isUniversal ? tag : EMPTY,
                            isUniversal ? EMPTY : tag,
                            EMPTY,
                            EMPTY,
                            EMPTY,
                            EMPTY,
                            EMPTY))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    /** The tokens with a space between them; a line's end that only the comment would suffer from is a space too. */
    private static String comment(List<String> tokens) {
        return String.join(" ", tokens).replace('\r', ' ').replace('\n', ' ');
    }
}
