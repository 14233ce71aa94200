package org.dragoman.corpora.statistics;

import java.util.Set;

/**
 * How much of a text another text doesn't have.
 *
 * @param tokens of the text
 * @param unseenTokens those whose type the other text lacks
 * @param types of the text
 * @param unseenTypes those that the other text lacks
 */
public record Unseen(long tokens, long unseenTokens, long types, long unseenTypes) {

    /** Compares a text with a vocabulary. */
    public static Unseen of(TokenCounts text, Set<String> vocabulary) {
        var unseenTokens = 0L;
        var unseenTypes = 0L;
        for (var type : text.typeSet()) {
            if (!vocabulary.contains(type)) {
                unseenTypes++;
                unseenTokens += text.count(type);
            }
        }
        return new Unseen(text.tokens(), unseenTokens, text.types(), unseenTypes);
    }

    /** Share of the tokens that are out of vocabulary, 0 to 1; NaN if there is no token. */
    public double tokenRate() {
        return (double) unseenTokens / tokens;
    }

    /** Share of the types that are out of vocabulary, 0 to 1; NaN if there is no type. */
    public double typeRate() {
        return (double) unseenTypes / types;
    }
}
