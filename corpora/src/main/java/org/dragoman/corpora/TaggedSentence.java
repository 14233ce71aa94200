package org.dragoman.corpora;

import java.util.List;

/**
 * A sentence with a tag for each token.
 *
 * @param tokens in order
 * @param tags as many
 */
public record TaggedSentence(List<String> tokens, List<String> tags) {
    public TaggedSentence {
        tokens = List.copyOf(tokens);
        tags = List.copyOf(tags);
        if (tokens.size() != tags.size()) {
            throw new IllegalArgumentException(
                    "a sentence must have a tag for each of its " + tokens.size() + " tokens, got " + tags.size());
        }
    }
}
