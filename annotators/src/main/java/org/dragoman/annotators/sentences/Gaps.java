package org.dragoman.annotators.sentences;

import org.dragoman.annotators.text.Chunks;
import org.dragoman.annotators.text.WhiteSpace;
import org.dragoman.pipeline.Span;

import java.util.Optional;

/** Walks over the gaps of a text, from before the first; whoever walks says at which of them a sentence ends. */
final class Gaps {
    private static final Span NONE = new Span(0, 0); // chunks are never empty

    private final String text;
    private final SentenceUnit unit;
    private final Chunks chunks;
    private Span first;
    private Span previous = NONE;
    private Span left = NONE;
    private Span right;
    private Span next;
    private int length = 0;

    Gaps(String text, SentenceUnit unit) {
        this.text = text;
        this.unit = unit;
        this.chunks = new Chunks(text);
        this.right = nextChunk();
        this.next = nextChunk();
        this.first = right;
    }

    /** Goes to the next gap; false if there is none. */
    boolean advance() {
        if (right.equals(NONE)) {
            return false;
        }
        previous = isUnitEnd() ? NONE : left;
        left = right;
        right = next;
        next = nextChunk();
        length++;
        return !right.equals(NONE);
    }

    /** Whether the gap has the line end or blank line that no sentence crosses. */
    boolean isUnitEnd() {
        return isUnitEnd(left, right);
    }

    Gap gap() {
        var sameUnit = !next.equals(NONE) && !isUnitEnd(right, next);
        return new Gap(text, first, previous, left, right, sameUnit ? next : NONE, length);
    }

    /** Returns the sentence that ends at the gap; another begins after it. */
    Span endSentence() {
        var sentence = new Span(first.start(), left.end());
        first = right;
        length = 0;
        return sentence;
    }

    /** Returns the sentence that ends with the text, if the text has any. */
    Optional<Span> last() {
        return left.equals(NONE) ? Optional.empty() : Optional.of(new Span(first.start(), left.end()));
    }

    private Span nextChunk() {
        return chunks.hasNext() ? chunks.next() : NONE;
    }

    private boolean isUnitEnd(Span before, Span after) {
        var most = unit == SentenceUnit.LINE ? 0 : 1;
        return WhiteSpace.lineEnds(text, before.end(), after.start()) > most
                || WhiteSpace.hasParagraphEnd(text, before.end(), after.start());
    }
}
