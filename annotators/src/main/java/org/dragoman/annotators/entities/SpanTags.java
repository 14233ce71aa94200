package org.dragoman.annotators.entities;

import org.dragoman.corpora.TagScheme;
import org.dragoman.corpora.TagScheme.TagSpan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes entities as one tag a word, in the scheme IOBES: it tells more about the ends of entities than IOB2 does. */
final class SpanTags {
    private SpanTags() {}

    /**
     * The tags of a sentence.
     *
     * @param spans in order, none over another
     */
    static List<String> of(List<TagSpan> spans, int words) {
        var tags = new ArrayList<>(Collections.nCopies(words, "O"));
        for (var span : spans) {
            for (var word = span.start(); word < span.end(); word++) {
                tags.set(word, kind(span, word) + span.type());
            }
        }
        return tags;
    }

    private static String kind(TagSpan span, int word) {
        if (span.end() - span.start() == 1) {
            return "S-";
        }
        if (word == span.start()) {
            return "B-";
        }
        return word == span.end() - 1 ? "E-" : "I-";
    }

    /** The entities of a sentence; one that the end of the sentence cut off counts. */
    static List<TagSpan> spans(List<String> tags) {
        return TagScheme.LENIENT.spans(tags);
    }
}
