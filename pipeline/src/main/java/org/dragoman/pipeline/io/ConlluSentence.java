package org.dragoman.pipeline.io;

import java.util.List;

/**
 * What CoNLL-U says about a sentence beside its words.
 *
 * @param comments the comment lines, each with its {@code #}
 * @param emptyNodes the lines of empty nodes, such as {@code 8.1}
 */
public record ConlluSentence(List<String> comments, List<String> emptyNodes) {
    public ConlluSentence {
        comments = List.copyOf(comments);
        emptyNodes = List.copyOf(emptyNodes);
    }
}
